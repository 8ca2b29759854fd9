import { expect, test } from '../../support/storage-page';

test('10,000 rows are read for a first list faster than as objects, and one is patched in a few milliseconds', async ({
	page
}) => {
	const { found, ...figures } = await page.evaluate(() => harness.measureDerived(10_000));
	console.log(
		'10,000 rows, ms:',
		JSON.stringify(figures, (_, value: number) => (value > 0 ? Math.round(value) : value))
	);
	expect(found).toBe(10_000);
	// About 40 against 90 on an idle machine; both are slower, alike, on a busy one.
	expect(figures.read).toBeLessThan(figures.objects);
	expect(figures.patch).toBeLessThan(figures.read);
});
