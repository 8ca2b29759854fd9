import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKillable } from '../../support/killable-chromium';
import { expect, openHarness, test } from '../../support/storage-page';

/** Together 50 kills. A document of some size makes each compaction long enough to be met by one. */
const runs = [
	{ during: 'writes', kills: 25, compactEach: 0, ballast: 0 },
	{ during: 'compaction', kills: 25, compactEach: 2, ballast: 2_000_000 }
];

for (const { during, kills, compactEach, ballast } of runs) {
	test(`killed ${kills} times during ${during}, it loses no edit it called durable and opens at once`, async ({
		url
	}) => {
		test.setTimeout(200_000);
		const profile = await mkdtemp(join(tmpdir(), 'kith-killed-'));
		const durable: string[] = [];
		let slowestMs = 0;
		try {
			for (let round = 0; round <= kills; round++) {
				const browser = await startKillable(profile);
				try {
					await openHarness(browser.page, url);
					const opening = await browser.page.evaluate(() => harness.open('kith'));
					expect(opening.result).toBe('ok');
					slowestMs = Math.max(slowestMs, opening.ms);
					const kept = new Set(await browser.page.evaluate(() => harness.keys()));
					expect(durable.filter((key) => !kept.has(key))).toEqual([]);
					expect(await browser.page.evaluate(() => harness.quarantined())).toBe(0);
					if (round === kills) break;
					if (round === 0) await browser.page.evaluate((length) => harness.set('ballast', 'x'.repeat(length)), ballast);

					const first = new Promise<void>((resolve) => {
						browser.page.on('console', (message) => {
							const told = /^durable (.*)$/.exec(message.text());
							if (!told?.[1]) return;
							durable.push(...(JSON.parse(told[1]) as string[]));
							resolve();
						});
					});
					const editing = browser.page.evaluate(([prefix, each]) => harness.editForEver(prefix, each), [
						`round ${round}`,
						compactEach
					] as const);
					editing.catch(() => 'the browser was killed, as it should be');
					await first;
					// From 0 to 100 ms after the first durable edit, evenly over the rounds.
					await new Promise((resolve) => setTimeout(resolve, (round * 37) % 101));
				} finally {
					await browser.kill();
				}
			}
		} finally {
			await rm(profile, { recursive: true, force: true, maxRetries: 5 });
		}
		console.log(
			`${kills} kills during ${during}: ${durable.length} durable edits kept, slowest opening ${slowestMs.toFixed(0)} ms`
		);
		expect(durable.length).toBeGreaterThan(kills);
		expect(slowestMs).toBeLessThan(5_000);
	});
}
