import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/app';
import { Host } from './support/host';
import { readyForOffline } from './support/service-worker';

let host: Host;
test.beforeEach(async () => {
	host = await Host.open();
});
test.afterEach(() => host.close());

const offer = (page: Page) => page.getByText('A new version is ready');
const askForUpdate = (page: Page) =>
	page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

/** A tab of the app, marked so that a reload shows. */
async function openTab(context: BrowserContext, path: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(host.origin + path);
	await readyForOffline(page);
	await page.evaluate(() => (document.body.dataset['tab'] = 'as it was'));
	return page;
}
const untouched = (page: Page) => page.locator('body[data-tab="as it was"]');

test('a new version waits until the owner agrees, and then every tab shows it', async ({ context, page }) => {
	await page.goto(host.origin);
	await page.getByRole('button', { name: 'Start empty' }).click();
	await readyForOffline(page);
	const [today, people] = [await openTab(context, '/'), await openTab(context, '/people')];
	await page.close();

	await host.deploy();
	await askForUpdate(today);
	await expect(offer(today)).toBeVisible();
	await expect(offer(people)).toBeVisible();
	for (const tab of [today, people]) await expect(untouched(tab)).toHaveCount(1);

	await today.getByRole('button', { name: 'Update', exact: true }).click();
	for (const tab of [today, people]) await expect(untouched(tab)).toHaveCount(0);
	await expect(offer(people)).toBeHidden();
});
