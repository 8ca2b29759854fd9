import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/app';
import { Host } from './support/host';
import { putToSleep, readyForOffline } from './support/service-worker';
import { lines, said, saved, sentence, understood } from './support/verbs';

let host: Host;
test.beforeEach(async () => {
	host = await Host.open();
});
test.afterEach(() => host.close());

const offer = (page: Page) => page.getByText('A new version is ready');
const askForUpdate = (page: Page) =>
	page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

/** Asked while the browser was looking by itself, before the deployment, it may have found nothing: asked again. */
const offered = (page: Page) =>
	expect(async () => {
		await askForUpdate(page);
		await expect(offer(page)).toBeVisible({ timeout: 10_000 });
	}).toPass({ timeout: 60_000 });

/**
 * A version in charge gives way once it is idle. What a page asks of it just then may wake it, and under a debugger it
 * then never sleeps by itself.
 */
async function agree(page: Page): Promise<void> {
	await putToSleep(page);
	await page.getByRole('button', { name: 'Update', exact: true }).click();
	let isAsleep = true;
	await expect(async () => {
		// Not sooner: it also answers what a new page loads.
		if (!isAsleep) await putToSleep(page);
		isAsleep = false;
		await expect(untouched(page)).toHaveCount(0, { timeout: 6_000 });
	}).toPass({ timeout: 60_000 });
}

/** A tab of the app, marked so that a reload shows. */
async function openTab(context: BrowserContext, path: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(host.origin + path);
	await readyForOffline(page);
	await page.evaluate(() => (document.body.dataset['tab'] = 'as it was'));
	return page;
}
const untouched = (page: Page) => page.locator('body[data-tab="as it was"]');
const expectNew = (page: Page) => expect(untouched(page)).toHaveCount(0);

test('a new version waits until the owner agrees, and then every tab shows it', async ({ context, page }) => {
	test.slow();
	await page.goto(host.origin);
	await page.getByRole('button', { name: 'Start empty' }).click();
	await readyForOffline(page);
	const [today, people] = [await openTab(context, '/'), await openTab(context, '/people')];
	await page.close();

	await host.deploy();
	await offered(today);
	await expect(offer(people)).toBeVisible();
	for (const tab of [today, people]) await expect(untouched(tab)).toHaveCount(1);

	await agree(today);
	await expectNew(people);
	await expect(offer(people)).toBeHidden();
});

/** Two tabs of the app with one person in it, a new version waiting for both. */
async function openTabs(context: BrowserContext, page: Page, path: string): Promise<readonly [Page, Page]> {
	// Three tabs and a deployment: much for a busy machine.
	test.slow();
	await page.goto(host.origin);
	await page.getByRole('button', { name: 'Start empty' }).click();
	await sentence(page).fill('yesterday: lunch with Priya');
	await understood(page).getByRole('button', { name: 'Add Priya' }).click();
	await sentence(page).press('Enter');
	await expect(said(page, 'Logged with Priya.')).toBeVisible();
	await saved(page);
	const [writing, agreeing] = [await openTab(context, path), await openTab(context, '/timeline')];
	await page.close();
	return [writing, agreeing];
}

/** The owner agrees in one tab, which shows the new version at once; the other says that it waits. */
async function update(writing: Page, agreeing: Page): Promise<void> {
	await host.deploy();
	await offered(agreeing);
	await agree(agreeing);
	await expect(writing.getByText('The new version shows as soon as what you are writing is saved.')).toBeVisible();
	await expect(untouched(writing)).toHaveCount(1);
}

test('an update agreed to elsewhere leaves a half-written sentence alone until it is logged', async ({
	context,
	page
}) => {
	const [writing, agreeing] = await openTabs(context, page, '/');
	await sentence(writing).fill('call with Priya');
	await expect(understood(writing)).toBeVisible();
	await update(writing, agreeing);

	await sentence(writing).press('End');
	await writing.keyboard.type(' about the boat');
	await expect(sentence(writing)).toHaveValue('call with Priya about the boat');
	await sentence(writing).press('Enter');
	await expectNew(writing);
	await expect(agreeing.getByRole('article').filter({ hasText: 'the boat' })).toBeVisible();
	await expect(sentence(writing)).toHaveValue('');
});

test('an update agreed to elsewhere leaves a half-written note alone until one is done with it', async ({
	context,
	page
}) => {
	const [writing, agreeing] = await openTabs(context, page, '/people');
	await lines(writing).filter({ hasText: 'Priya' }).click();
	await writing.getByRole('button', { name: /^What you would like to remember about/ }).click();
	const notes = writing.getByRole('textbox', { name: 'Notes' });
	await notes.fill('She sails');
	// Saved by itself meanwhile, and yet half a note.
	await expect(writing.getByText('Saved on this device')).toBeVisible();
	await update(writing, agreeing);

	await notes.press('End');
	await writing.keyboard.type(' on Sundays');
	await expect(notes).toHaveValue('She sails on Sundays');
	await writing.getByRole('button', { name: 'Done' }).click();
	await expectNew(writing);
	await expect(writing.getByText('She sails on Sundays')).toBeVisible();
});

test('an update agreed to elsewhere leaves a dialog alone until it is closed', async ({ context, page }) => {
	const [writing, agreeing] = await openTabs(context, page, '/people?add');
	const dialog = writing.getByRole('dialog', { name: 'Add contact' });
	await dialog.getByLabel('First name').fill('Tom');
	await update(writing, agreeing);
	await expect(dialog.getByLabel('First name')).toHaveValue('Tom');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expectNew(writing);
});
