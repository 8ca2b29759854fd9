import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support/app';
import { addContact, choose, goTo, log, openPerson, pageOf, saved, startEmpty } from './support/verbs';

const names = (page: Page): Locator => page.getByRole('listbox', { name: /^(Names|Noms)$/ }).getByRole('option');

test('@ in notes mentions someone by keyboard alone: a link to them that keeps up with their name', async ({
	page
}) => {
	await startEmpty(page);
	await addContact(page, { first: 'Grace', last: 'Hopper' });
	await addContact(page, { first: 'Greta', last: 'Garbo' });
	await addContact(page, { first: 'Tom', last: 'Hughes' });
	const tom = await openPerson(page, 'Tom Hughes');
	await tom.getByRole('button', { name: 'What you would like to remember about Tom' }).press('Enter');
	const notes = tom.getByLabel('Notes', { exact: true }).and(page.getByRole('textbox'));
	await expect(notes).toBeFocused();
	await page.keyboard.type('met through @gr');
	await expect(names(page)).toHaveText([/Greta Garbo/, /Grace Hopper/]);
	await expectAccessible(page);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(notes).toHaveValue('met through @Grace Hopper ');
	await page.keyboard.type('at *sea*.\nand @nobody');
	await expect(notes).toHaveValue('met through @Grace Hopper at *sea*.\nand @nobody');
	await page.keyboard.press('Escape');
	await saved(page);

	await page.reload();
	const mention = tom.getByRole('link', { name: 'Grace Hopper', exact: true });
	await expect(mention).toBeVisible();
	await expectAccessible(page);
	await mention.press('Enter');
	const grace = pageOf(page, 'Grace Hopper');
	await expect(grace.getByRole('heading', { level: 1 })).toHaveText('Grace Hopper');
	await expect(grace.getByRole('link', { name: 'Notes about Tom Hughes' })).toBeVisible();
	await expectAccessible(page);

	await grace.getByRole('button', { name: 'Edit the name' }).click();
	await grace.getByLabel('Last name').fill('Murray');
	await page.keyboard.press('Enter');
	const renamed = pageOf(page, 'Grace Murray');
	await renamed.getByRole('link', { name: 'Notes about Tom Hughes' }).press('Enter');
	await expect(tom.getByRole('link', { name: 'Grace Murray', exact: true })).toBeVisible();

	await tom.getByRole('link', { name: 'Grace Murray', exact: true }).press('Enter');
	await choose(page, renamed.getByRole('button', { name: 'More about this person' }), 'Delete');
	await openPerson(page, 'Tom Hughes');
	await expect(tom.getByText('met through Grace Hopper at sea.')).toBeVisible();
	await expect(tom.getByRole('link', { name: /^Grace/ })).toHaveCount(0);
});

test('@ in the note of a moment mentions someone who was not there', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, { first: 'Grace', last: 'Hopper' });
	await addContact(page, { first: 'Tom', last: 'Hughes' });
	await log(page, 'yesterday: lunch with Tom');
	await goTo(page, 'Timeline');
	const moment = page.getByRole('main').getByRole('article');
	await choose(page, moment.getByRole('button', { name: /edit or delete/ }), 'Edit');
	const dialog = page.getByRole('dialog', { name: 'Edit moment' });
	await dialog.getByLabel('Note').focus();
	await page.keyboard.type('about @hop');
	await expect(names(page)).toHaveText([/Grace Hopper/]);
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(names(page)).toHaveCount(0);
	await page.keyboard.type('p');
	await page.keyboard.press('Tab');
	await expect(dialog.getByLabel('Note')).toHaveValue('about @Grace Hopper ');
	await dialog.getByRole('button', { name: 'Save' }).press('Enter');
	await saved(page);

	await moment.getByRole('link', { name: 'Grace Hopper' }).press('Enter');
	const grace = pageOf(page, 'Grace Hopper');
	await expect(grace.getByRole('region', { name: 'Mentions' }).getByRole('article')).toHaveText(
		/Meal.*Tom Hughes.*about Grace Hopper/s
	);
});

test.describe('in French', () => {
	test.use({ locale: 'fr-FR' });

	test('@ dans les notes mentionne quelqu’un', async ({ page }) => {
		await startEmpty(page);
		for (const name of ['Zoé Léger', 'Tom Hughes']) {
			await page.goto(`/people?add=${name}`);
			await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
			await expect(page.getByRole('dialog')).toBeHidden();
			await saved(page);
		}
		await page.locator('main a[href*="person="]').filter({ hasText: 'Tom Hughes' }).click();
		await page.getByRole('button', { name: 'Ce que vous aimeriez retenir de Tom' }).press('Enter');
		await page.keyboard.type('rencontré avec @lég');
		await expect(names(page)).toHaveText([/Zoé Léger/]);
		await expectAccessible(page);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Escape');
		await pageOf(page, 'Tom Hughes').getByRole('link', { name: 'Zoé Léger', exact: true }).press('Enter');
		await expect(page.getByRole('region', { name: 'Mentions' }).getByRole('link')).toHaveText(['Notes sur Tom Hughes']);
		await expectAccessible(page);
	});
});
