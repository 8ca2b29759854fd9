import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app';
import { addContact, goTo, openPerson, said, saved, sentence, startEmpty, undo } from './support/verbs';

const boat = 'ask about the boat';

/** Grace, with something to say to her; gives her page. */
async function startWithSomethingToSay(page: Page): Promise<Locator> {
	await startEmpty(page);
	await addContact(page, { first: 'Grace', last: 'Hopper', phone: '+33 6 12 34 56 78' });
	const person = await openPerson(page, 'Grace Hopper');
	const field = person.getByLabel('Something to ask or tell');
	await field.fill(boat);
	await field.press('Enter');
	await expect(item(person)).toBeVisible();
	await expect(item(person)).not.toBeChecked();
	await saved(page);
	return person;
}

const item = (where: Locator): Locator => where.getByRole('checkbox', { name: boat });

async function expectSaid(page: Page): Promise<void> {
	await expect(said(page, `Said: ${boat}`)).toBeVisible();
	await saved(page);
	await page.reload();
	const person = await openPerson(page, 'Grace Hopper');
	await expect(item(person)).toBeChecked();
}

test('what to say to someone shows below a sentence about them, and once ticked it is said', async ({ page }) => {
	await startWithSomethingToSay(page);
	await goTo(page, 'Today');
	const list = page.getByRole('group', { name: 'To say to Grace' });
	await expect(sentence(page)).toBeEditable();
	await expect(list).toHaveCount(0);
	await sentence(page).fill('call with Grace');
	await expect(list).toBeVisible();
	await item(list).click();
	await expect(list).toHaveCount(0);
	await expect(sentence(page)).toHaveValue('call with Grace');
	await expectSaid(page);
});

test('what to say stands in the dialog of other screens too, and undo brings it back', async ({ page }) => {
	const person = await startWithSomethingToSay(page);
	await goTo(page, 'Timeline');
	await page.getByRole('button', { name: 'Log', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Log a moment' });
	await sentence(page).fill('call with Grace');
	await item(dialog).click();
	await expect(item(dialog)).toHaveCount(0);
	await dialog.getByRole('button', { name: 'Close' }).click();
	await expect(dialog).toBeHidden();
	await undo(page, `Said: ${boat}`).click();
	await openPerson(page, 'Grace Hopper');
	await expect(item(person)).not.toBeChecked();
});

test('on Today it stands with whom to catch up with, and is ticked there', async ({ page }) => {
	const person = await startWithSomethingToSay(page);
	await person.getByLabel('Circle').selectOption('Inner circle');
	await saved(page);
	await goTo(page, 'Today');
	const card = page.getByRole('article', { name: 'Grace Hopper' });
	await item(card).click();
	await expect(item(card)).toHaveCount(0);
	await expectSaid(page);
});
