import { expect, test } from '../../support/storage-page';

test('usage tells what is stored, and whether the browser promised to keep it', async ({ page, context, url }) => {
	await page.evaluate(() => harness.open('kith'));
	await page.evaluate(() => harness.set('a', 'x'.repeat(500_000)));
	await page.evaluate(() => harness.settled());
	const usage = await page.evaluate(() => harness.usage());
	expect(usage.used).toBeGreaterThan(0);
	expect(usage.available).toBeGreaterThan(usage.used);
	expect(usage.persisted).toBe(false);
	await context.grantPermissions(['notifications'], { origin: url });
	const promised = await page.evaluate(() => harness.askToPersist());
	expect((await page.evaluate(() => harness.usage())).persisted).toBe(promised);
});
