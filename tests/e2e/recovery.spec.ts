import type { BrowserContext } from '@playwright/test';
import { expect, expectAccessible, test } from './support/app';
import { addContact, goTo, lines, log, said, saved, startEmpty } from './support/verbs';

test.use({ serviceWorkers: 'block' });

/** Runs before the document's worker does anything: how storage fails is decided there. */
const breakWorker = (context: BrowserContext, fault: string) =>
	context.route(/workers\/thread-.*\.js/, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `${fault}\n${await response.text()}` });
	});
const mendWorker = (context: BrowserContext) => context.unroute(/workers\/thread-.*\.js/);

/** `answer` stands for the opening of the database that the document lies in. */
const opening = (answer: string) => `{
	const open = IDBFactory.prototype.open;
	IDBFactory.prototype.open = function (name, ...rest) {
		if (name === 'kith') { ${answer} }
		return open.call(this, name, ...rest);
	};
}`;

test('a document that cannot be opened says so within moments, and a snapshot brings everybody back', async ({
	page,
	context,
	watch
}) => {
	watch.allow(/./);
	await startEmpty(page);
	await addContact(page, { first: 'Grace', last: 'Hopper' });
	await goTo(page, 'Settings');
	await page.getByRole('button', { name: 'Take one now' }).click();
	await expect(said(page, 'Snapshot taken.')).toBeVisible();
	await addContact(page, { first: 'Later', last: 'Comer' });
	await saved(page);

	await breakWorker(context, opening(`throw new DOMException('damaged', 'UnknownError');`));
	await page.reload();
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
	await page.getByRole('button', { name: /^Restore the snapshot/ }).click();
	await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
	await goTo(page, 'People');
	// The journal knows what came after the snapshot.
	await expect(lines(page)).toHaveText([/Later Comer/, /Grace Hopper/]);
	await addContact(page, { first: 'After', last: 'Ward' });
	await saved(page);

	// The broken database opens again, and what it held joins what was done since.
	await mendWorker(context);
	await page.reload();
	await goTo(page, 'People');
	await expect(lines(page)).toHaveText([/Later Comer/, /Grace Hopper/, /After Ward/]);
});

test('an opening that never answers ends in the same screen, not in a wait', async ({ page, context, watch }) => {
	watch.allow(/./);
	await startEmpty(page);
	await addContact(page, { first: 'Ana', last: 'Silva' });
	await breakWorker(context, opening(`return { addEventListener() {} };`));
	await page.reload();
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
	await mendWorker(context);
	await page.getByRole('button', { name: 'Try again' }).click();
	await goTo(page, 'People');
	await expect(lines(page)).toHaveText([/Ana Silva/]);
});

test('an opening that takes long takes neither what was stored nor what is typed from the screen', async ({
	page,
	context,
	watch
}) => {
	watch.allow(/./);
	await startEmpty(page);
	await addContact(page, { first: 'Ana', last: 'Silva' });
	await saved(page);
	let open = () => {};
	const opened = new Promise<void>((settle) => (open = settle));
	await context.route(/workers\/thread-.*\.js/, async (route) => {
		await opened;
		await route.continue();
	});
	await page.reload();
	await expect(lines(page)).toHaveText([/Ana Silva/]);
	await page.getByLabel('Search people').fill('sil');
	const notice = page.getByText('Opening takes longer than usual');
	await expect(notice).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'What can I do?' }).click();
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
	await page.reload();
	await expect(lines(page)).toHaveText([/Ana Silva/]);
	await expect(notice).toBeVisible();
	await expect(page.getByLabel('Search people')).toHaveValue('sil');
	open();
	await expect(notice).toBeHidden();
	await expect(page.getByLabel('Search people')).toHaveValue('sil');
	await addContact(page, { first: 'Tom', last: 'Hughes' });
});

test('a disk that is full is said at once, a copy can be saved, and nothing is lost when there is room again', async ({
	page,
	context,
	watch
}) => {
	watch.allow(/./);
	await breakWorker(
		context,
		`{
			const add = IDBObjectStore.prototype.add;
			self.addEventListener('message', ({ data }) => { if (data?.type === 'test-disk') self.isFull = data.full; });
			IDBObjectStore.prototype.add = function (...values) {
				if (self.isFull && this.name === 'updates') throw new DOMException('full', 'QuotaExceededError');
				return add.apply(this, values);
			};
		}`
	);
	await page.addInitScript(() => {
		const Plain = window.Worker;
		window.Worker = class extends Plain {
			constructor(...args: ConstructorParameters<typeof Worker>) {
				super(...args);
				if (args[1]?.name === 'kith-document') Object.assign(window, { documentWorker: this });
			}
		};
	});
	const setFull = (full: boolean) =>
		page.evaluate((isFull) => {
			const { documentWorker } = window as unknown as { documentWorker: Worker };
			documentWorker.postMessage({ type: 'test-disk', full: isFull });
		}, full);

	await startEmpty(page);
	await addContact(page, { first: 'Ana', last: 'Silva' });
	await setFull(true);
	await goTo(page, 'Today');
	await page.getByLabel('What happened?').fill('yesterday: lunch with Ana Silva');
	await page.keyboard.press('Enter');
	const notice = page.getByRole('alert');
	await expect(notice).toContainText('Not saved on this device');
	// It waits in this window; written once more it would be there twice.
	await expect(said(page, 'Not saved yet')).toBeVisible();
	await expect(page.getByLabel('What happened?')).toHaveValue('');
	const download = page.waitForEvent('download');
	await notice.getByRole('button', { name: 'Save a copy' }).click();
	expect((await download).suggestedFilename()).toMatch(/^kith-.*\.kith$/);

	await setFull(false);
	await expect(notice).toBeHidden({ timeout: 30_000 });
	await page.reload();
	await goTo(page, 'Timeline');
	await expect(page.getByRole('article')).toContainText('Ana Silva');
	await log(page, 'today: coffee with Ana Silva');
});
