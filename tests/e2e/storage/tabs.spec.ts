import type { Page } from '@playwright/test';
import { expect, openHarness, test } from '../../support/storage-page';

for (const count of [2, 5]) {
	test(`${count} tabs that edit and compact at once end up alike, and so does the next opening`, async ({
		page,
		context,
		url
	}) => {
		const tabs: Page[] = [page];
		while (tabs.length < count) {
			const tab = await context.newPage();
			await openHarness(tab, url);
			tabs.push(tab);
		}
		await Promise.all(tabs.map((tab) => tab.evaluate(() => harness.open('kith', { idleMs: 50, compactAbove: 20 }))));
		const outcomes = await Promise.all(
			tabs.map((tab, index) =>
				tab.evaluate(async (own) => {
					const outcomes = new Set<string>();
					for (let round = 0; round < 40; round++) {
						harness.set(`tab ${own} ${round}`);
						if (round % 3 === own % 3) outcomes.add(await harness.settled());
						if (round % 11 === own) outcomes.add(await harness.compact());
					}
					return [...outcomes.add(await harness.settled())];
				}, index)
			)
		);
		expect(outcomes.flat().every((outcome) => outcome === 'ok')).toBe(true);
		const keys = tabs.flatMap((_, own) => Array.from({ length: 40 }, (_, round) => `tab ${own} ${round}`)).sort();
		for (const tab of tabs) await expect.poll(() => tab.evaluate(() => harness.keys())).toEqual(keys);

		const late = await context.newPage();
		await openHarness(late, url);
		await late.evaluate(() => harness.open('kith'));
		expect(await late.evaluate(() => harness.keys())).toEqual(keys);
		expect(await late.evaluate(() => harness.quarantined())).toBe(0);
	});
}

test('an edit is in the other tab at once', async ({ page, context, url }) => {
	const other = await context.newPage();
	await openHarness(other, url);
	await Promise.all([page, other].map((tab) => tab.evaluate(() => harness.open('kith'))));
	const seen = other.evaluate(async () => {
		while (!harness.keys().includes('a')) await new Promise((resolve) => setTimeout(resolve, 1));
		return Date.now();
	});
	const made = await page.evaluate(async () => {
		harness.set('a');
		await harness.settled();
		return Date.now();
	});
	expect((await seen) - made).toBeLessThan(500);
});
