import { updateLogContract } from '../../../src/lib/storage/update-log.contract';
import { test } from '../../support/storage-page';

test('the log keeps its contract in a page', async ({ page }) => {
	for (const { name } of updateLogContract) {
		await test.step(name, () => page.evaluate((one) => harness.runContract(one), name));
	}
});

test('the log keeps its contract in a dedicated worker', async ({ page }) => {
	for (const { name } of updateLogContract) {
		await test.step(name, () => page.evaluate((one) => inWorker.runContract(one), name));
	}
});
