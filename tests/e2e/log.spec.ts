import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import {
	addContact,
	choose,
	goTo,
	log,
	openPerson,
	said,
	saved,
	sentence,
	startEmpty,
	understood,
	undo
} from './support/verbs';

async function startWithGraceAndTom(page: Page) {
	await startEmpty(page);
	await addContact(page, { first: 'Grace', last: 'Hopper' });
	await addContact(page, { first: 'Tom', last: 'Hughes' });
	await goTo(page, 'Today');
}

/** What happened, as the timeline or a person's page tells it. */
const moments = (page: Page) => page.getByRole('main').getByRole('article');

test('one sentence gives date, kind, people and note to confirm with Enter, and stands on every timeline', async ({
	page
}) => {
	await startWithGraceAndTom(page);
	await sentence(page).fill('yesterday: lunch with Grace and Tom about her new job');
	for (const part of ['Yesterday', 'Meal', 'Grace Hopper', 'Tom Hughes', 'her new job'])
		await expect(understood(page).getByRole('button', { name: part, exact: true })).toBeVisible();
	await sentence(page).press('Enter');
	await expect(said(page, 'Logged with Grace and Tom.')).toBeVisible();
	await expect(sentence(page)).toHaveValue('');
	await saved(page);

	await page.reload();
	await goTo(page, 'Timeline');
	await expect(page.getByRole('heading', { name: 'Yesterday' })).toBeVisible();
	await expect(moments(page)).toHaveText([/Meal.*Grace Hopper.*Tom Hughes.*her new job/s]);
	for (const name of ['Grace Hopper', 'Tom Hughes']) {
		const person = await openPerson(page, name);
		await expect(person.getByRole('article')).toHaveText([/Meal.*her new job/s]);
		await expect(person.getByRole('heading', { name: 'Yesterday', exact: true })).toBeVisible();
		await expect(person.getByText('Last contact yesterday')).toBeVisible();
	}
});

test('what was understood wrongly is set right at a tap', async ({ page }) => {
	await startWithGraceAndTom(page);
	await sentence(page).fill('saw Grace');
	await understood(page).getByRole('button', { name: 'Met', exact: true }).click();
	await page.getByRole('button', { name: 'Call', exact: true }).click();
	await understood(page).getByRole('button', { name: 'Today', exact: true }).click();
	await page.getByRole('button', { name: 'Yesterday', exact: true }).click();
	await understood(page).getByRole('button', { name: 'Add a note' }).click();
	await page.getByLabel('Note', { exact: true }).fill('the garden');
	await page.getByLabel('Note', { exact: true }).press('Enter');
	await sentence(page).press('Enter');
	await expect(said(page, 'Logged with Grace.')).toBeVisible();
	await goTo(page, 'Timeline');
	await expect(page.getByRole('heading', { name: 'Yesterday' })).toBeVisible();
	await expect(moments(page)).toHaveText([/Call.*Grace Hopper.*the garden/s]);
});

test('@ offers names, and an arrow key and Enter take one', async ({ page }) => {
	await startWithGraceAndTom(page);
	await sentence(page).pressSequentially('coffee with @t');
	await expect(page.getByRole('listbox', { name: 'Names' }).getByRole('option')).toHaveText([/Tom Hughes/]);
	await sentence(page).press('Enter');
	await expect(sentence(page)).toHaveValue('coffee with @Tom Hughes ');
	await expect(understood(page).getByRole('button', { name: 'Tom Hughes', exact: true })).toBeVisible();
	await sentence(page).press('Enter');
	await expect(said(page, 'Logged with Tom.')).toBeVisible();
});

test('an unknown name is offered to be added, and becomes a person with the log', async ({ page }) => {
	await startEmpty(page);
	await sentence(page).fill('dinner with Priya Nair');
	await sentence(page).press('Enter');
	await expect(page.getByText('Who was it with? Name someone to log it.')).toBeVisible();
	await understood(page).getByRole('button', { name: 'Add Priya Nair' }).click();
	await sentence(page).press('Enter');
	await expect(said(page, 'Logged with Priya.')).toBeVisible();
	await saved(page);
	await page.reload();
	const person = await openPerson(page, 'Priya Nair');
	await expect(person.getByRole('article')).toHaveText([/Meal/]);
});

test('logging is undone whole, the person it added included', async ({ page }) => {
	await startEmpty(page);
	await sentence(page).fill('dinner with Priya');
	await understood(page).getByRole('button', { name: 'Add Priya' }).click();
	await sentence(page).press('Enter');
	await undo(page, 'Logged with Priya.').click();
	await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible();
	await goTo(page, 'Timeline');
	await expect(page.getByRole('heading', { name: 'Nothing noted yet' })).toBeVisible();
});

test('a moment is edited from the timeline', async ({ page }) => {
	await startWithGraceAndTom(page);
	await log(page, 'yesterday: lunch with Grace');
	await goTo(page, 'Timeline');
	await choose(page, moments(page).getByRole('button', { name: /edit or delete/ }), 'Edit');
	const dialog = page.getByRole('dialog', { name: 'Edit moment' });
	await dialog.getByLabel('Kind').selectOption('Letter');
	await dialog.getByLabel('Note').fill('from Lisbon');
	await dialog.getByRole('combobox', { name: 'People' }).fill('tom');
	await dialog.getByRole('option', { name: /Tom Hughes/ }).click();
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(moments(page)).toHaveText([/Letter.*Grace Hopper.*Tom Hughes.*from Lisbon/s]);
	await saved(page);
	await page.reload();
	await expect(moments(page)).toHaveText([/Letter.*Grace Hopper.*Tom Hughes.*from Lisbon/s]);
});

test('a deleted moment comes back by undo, or later from the trash', async ({ page }) => {
	await startWithGraceAndTom(page);
	await log(page, 'yesterday: lunch with Grace about ships');
	await goTo(page, 'Timeline');
	await choose(page, moments(page).getByRole('button', { name: /edit or delete/ }), 'Delete');
	await expect(moments(page)).toHaveCount(0);
	await undo(page, 'Deleted.').click();
	await expect(moments(page)).toHaveText([/ships/]);

	await choose(page, moments(page).getByRole('button', { name: /edit or delete/ }), 'Delete');
	await expect(moments(page)).toHaveCount(0);
	await page.goto('/trash');
	await page.getByRole('button', { name: /^Restore / }).click();
	await saved(page);
	await goTo(page, 'Timeline');
	await expect(moments(page)).toHaveText([/ships/]);
});

test('from any other screen the sentence is written in a dialog, and one half written is still there', async ({
	page
}) => {
	await startWithGraceAndTom(page);
	await goTo(page, 'Settings');
	await page.getByRole('button', { name: 'Log', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Log a moment' });
	await sentence(page).fill('tea with Grace');
	await dialog.getByRole('button', { name: 'Close' }).click();
	await expect(dialog).toBeHidden();
	await page.reload();
	await page.getByRole('button', { name: 'Log', exact: true }).click();
	await expect(sentence(page)).toHaveValue('tea with Grace');
	await dialog.getByRole('button', { name: 'Log it' }).click();
	await expect(said(page, 'Logged with Grace.')).toBeVisible();
	await expect(dialog).toBeHidden();
});

test.describe('in French', () => {
	test.use({ locale: 'fr-FR' });

	test('« hier : déjeuner avec Grace et Tom » adds both and is logged', async ({ page }) => {
		await startEmpty(page);
		await sentence(page).fill('hier : déjeuner avec Grace et Tom de son nouveau travail');
		await expect(understood(page).getByRole('button', { name: 'Hier', exact: true })).toBeVisible();
		await expect(understood(page).getByRole('button', { name: 'Repas', exact: true })).toBeVisible();
		await understood(page).getByRole('button', { name: 'Ajouter Grace' }).click();
		await understood(page).getByRole('button', { name: 'Ajouter Tom' }).click();
		await sentence(page).press('Enter');
		await expect(said(page, 'Noté avec Grace et Tom.')).toBeVisible();
		await saved(page);

		await page.reload();
		await sentence(page).fill('avant-hier : appelé Tom à propos du bateau');
		for (const part of [/^Appel$/, /^Tom$/, /bateau$/])
			await expect(understood(page).getByRole('button', { name: part })).toBeVisible();
		await sentence(page).press('Enter');
		await expect(said(page, 'Noté avec Tom.')).toBeVisible();

		await page.getByRole('link', { name: 'Journal' }).click();
		await expect(page.getByRole('heading', { name: 'Hier', exact: true })).toBeVisible();
		await expect(moments(page)).toHaveText([/Repas.*Grace.*Tom/s, /Appel.*Tom.*bateau/s]);
	});
});
