import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { addContact, choose, goTo, openPerson, saved, startEmpty, undo } from './support/verbs';

/** The calendar day so many days from today, where the browser is. */
const dayIn = (days: number) =>
	new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + days * 86_400_000);

const reminders = (page: Page) => page.getByRole('region', { name: 'Reminders' });

async function startWithAna(page: Page) {
	await startEmpty(page);
	await addContact(page, { first: 'Ana', last: 'Silva' });
	await goTo(page, 'Today');
}

/** Opens the dialog for a new reminder. */
async function newReminder(page: Page, title: string) {
	await page.getByRole('button', { name: 'Add a reminder' }).click();
	const dialog = page.getByRole('dialog', { name: 'New reminder' });
	await dialog.getByLabel('What to remember').fill(title);
	return dialog;
}

test('a reminder about someone stands on Today, is done with one tap, and that is undone', async ({ page }) => {
	await startWithAna(page);
	const dialog = await newReminder(page, 'Return the book');
	await dialog.getByRole('combobox', { name: 'About' }).fill('ana');
	await dialog.getByRole('option', { name: /Ana Silva/ }).click();
	await dialog.getByRole('button', { name: 'Save' }).click();
	const line = reminders(page).getByRole('listitem').filter({ hasText: 'Return the book' });
	await expect(line.getByRole('link', { name: 'Ana Silva' })).toBeVisible();

	await reminders(page).getByRole('button', { name: 'Done: Return the book' }).click();
	await expect(line).toHaveCount(0);
	await undo(page, 'Done: Return the book').click();
	await reminders(page).getByRole('button', { name: 'Done: Return the book' }).click();
	await expect(line).toHaveCount(0);
	await saved(page);
	await page.reload();
	await expect(reminders(page).getByText('Nothing to remember today.')).toBeVisible();
});

test('a reminder without words or a day is not kept, and says what is missing', async ({ page }) => {
	await startWithAna(page);
	const dialog = await newReminder(page, ' ');
	await dialog.getByLabel('Day', { exact: true }).fill('');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(dialog.getByText('What is it about?')).toBeVisible();
	await expect(dialog.getByText('This date is not complete.')).toBeVisible();
});

test('what comes again and again is done for now, and shows again ahead of its next day', async ({ page }) => {
	await startWithAna(page);
	const dialog = await newReminder(page, 'Water the plants');
	await dialog.getByLabel('Day', { exact: true }).fill(dayIn(-20));
	await dialog.getByLabel('Repeat').selectOption('In weeks');
	await dialog.getByLabel('Every', { exact: true }).fill('2');
	await dialog.getByRole('button', { name: 'Save' }).click();
	const line = reminders(page).getByRole('listitem').filter({ hasText: 'Water the plants' });
	await expect(line).toContainText('Every 2 weeks');

	// The one missed longest ago went with it: the next is eight days from now.
	await line.getByRole('button', { name: 'Done: Water the plants' }).click();
	await expect(line).toHaveCount(0);
	const next = await newReminder(page, 'Mend the tap');
	await next.getByLabel('Day', { exact: true }).fill(dayIn(-6));
	await next.getByLabel('Days ahead').fill('8');
	await next.getByLabel('Repeat').selectOption('In weeks');
	await next.getByLabel('Every', { exact: true }).fill('2');
	await next.getByRole('button', { name: 'Save' }).click();
	await reminders(page).getByRole('button', { name: 'Done: Mend the tap' }).click();
	await expect(reminders(page).getByRole('listitem')).toHaveText([/Mend the tap.*for /s]);
	await saved(page);
	await page.reload();
	await expect(reminders(page).getByRole('listitem')).toHaveText([/Mend the tap.*for /s]);
});

test('a reminder is put off with Later, and that is undone', async ({ page }) => {
	await startWithAna(page);
	const dialog = await newReminder(page, 'Call the bank');
	await dialog.getByRole('button', { name: 'Save' }).click();
	const later = reminders(page).getByRole('button', { name: 'Later: Call the bank' });
	await choose(page, later, 'Tomorrow');
	await expect(later).toHaveCount(0);
	await undo(page, '“Call the bank” comes back tomorrow.').click();
	await choose(page, later, 'Next month');
	await expect(later).toHaveCount(0);
	await saved(page);
	await page.reload();
	await expect(reminders(page).getByText('Nothing to remember today.')).toBeVisible();
});

test('a reminder shows as many days ahead as it is to', async ({ page }) => {
	await startWithAna(page);
	for (const [title, ahead] of [
		['Buy flowers', '3'],
		['Too early', '2']
	] as const) {
		const dialog = await newReminder(page, title);
		await dialog.getByLabel('Day', { exact: true }).fill(dayIn(3));
		await dialog.getByLabel('Days ahead').fill(ahead);
		await dialog.getByRole('button', { name: 'Save' }).click();
		await expect(dialog).toBeHidden();
	}
	await expect(reminders(page).getByRole('listitem')).toHaveText([/Buy flowers.*for /s]);
});

test('a reminder is edited and deleted, and comes back by undo', async ({ page }) => {
	await startWithAna(page);
	const dialog = await newReminder(page, 'Return the book');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await reminders(page).getByRole('button', { name: 'Return the book', exact: true }).click();
	const editor = page.getByRole('dialog', { name: 'Edit reminder' });
	await editor.getByLabel('What to remember').fill('Return the two books');
	await editor.getByRole('button', { name: 'Save' }).click();
	await reminders(page).getByRole('button', { name: 'Return the two books', exact: true }).click();
	await editor.getByRole('button', { name: 'Delete' }).click();
	await expect(reminders(page).getByText('Nothing to remember today.')).toBeVisible();
	await undo(page, '“Return the two books” was deleted.').click();
	await saved(page);
	await page.reload();
	await expect(reminders(page).getByRole('listitem')).toHaveText([/Return the two books/]);
});

test('birthdays of the next two weeks show by themselves, with the age where it is known', async ({ page }) => {
	await startWithAna(page);
	const thirtyYearsAgo = (day: string) => `${Number(day.slice(0, 4)) - 30}${day.slice(4)}`;
	await addContact(page, { first: 'Bruno', birthday: thirtyYearsAgo(dayIn(0)) });
	await addContact(page, { first: 'Chloé', birthday: thirtyYearsAgo(dayIn(5)) });
	await addContact(page, { first: 'David', birthday: `--${dayIn(13).slice(5)}` });
	await addContact(page, { first: 'Emma', birthday: thirtyYearsAgo(dayIn(20)) });
	await goTo(page, 'Today');
	const coming = page.getByRole('region', { name: 'Coming up' });
	await expect(coming.getByRole('listitem')).toHaveText([
		/Bruno.*Birthday, turns 30.*Today/s,
		/Chloé.*Birthday, turns 30/s,
		/David.*Birthday/s
	]);
	await coming.getByRole('link', { name: /Chloé/ }).click();
	await expect(page.getByRole('heading', { name: 'Chloé', level: 1 })).toBeVisible();

	const person = await openPerson(page, 'Ana Silva');
	await choose(page, person.getByRole('button', { name: 'Add…' }), 'Birthday');
	await page.getByRole('textbox', { name: 'Birthday' }).fill(thirtyYearsAgo(dayIn(1)));
	await page.getByRole('textbox', { name: 'Birthday' }).press('Enter');
	await expect(person.getByText('29 years')).toBeVisible();
	await goTo(page, 'Today');
	await expect(coming.getByRole('listitem').nth(1)).toHaveText(/Ana Silva.*turns 30.*Tomorrow/s);
});

test('a reminder for later says when it comes up, and waits on Today and on the person’s page', async ({ page }) => {
	await startWithAna(page);
	const dialog = await newReminder(page, 'Ask about the move');
	await dialog.getByRole('combobox', { name: 'About' }).fill('ana');
	await dialog.getByRole('option', { name: /Ana Silva/ }).click();
	await dialog.getByLabel('Day', { exact: true }).fill(dayIn(1));
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('“Ask about the move” comes up tomorrow.')).toBeVisible();
	const line = reminders(page).getByRole('listitem').filter({ hasText: 'Ask about the move' });
	await expect(line).toHaveCount(0);
	await reminders(page).getByText('One coming reminder').click();
	await expect(line).toContainText('for tomorrow');

	await line.getByRole('link', { name: 'Ana Silva' }).click();
	await line.getByRole('button', { name: 'Ask about the move', exact: true }).click();
	const editor = page.getByRole('dialog', { name: 'Edit reminder' });
	await editor.getByRole('button', { name: 'Delete' }).click();
	await expect(line).toHaveCount(0);
	await undo(page, '“Ask about the move” was deleted.').click();
	await expect(line).toBeVisible();
});
