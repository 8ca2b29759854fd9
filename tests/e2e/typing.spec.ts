import { expect, test } from './support/app';
import { addContact, choose, goTo, log, openPerson, saved, startEmpty, undo } from './support/verbs';

test('what is being typed about someone is kept on going to another person', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, { first: 'Tom' });
	await addContact(page, { first: 'Ana', email: 'ana@example.org' });
	const person = await openPerson(page, 'Ana');
	await person.getByRole('button', { name: 'Edit the name' }).click();
	await person.getByLabel('Last name').fill('Silva');
	await person.getByLabel('Something to ask or tell').fill('the boat');
	await person.getByLabel('Add a tag').fill('sailing');
	await person.getByRole('button', { name: 'ana@example.org' }).click();
	await person.getByRole('textbox', { name: 'Email' }).fill('silva@example.org');
	await openPerson(page, 'Tom');
	await saved(page);

	const again = await openPerson(page, 'Ana Silva');
	await expect(again.getByRole('button', { name: 'silva@example.org' })).toBeVisible();
	await expect(again.getByRole('checkbox', { name: 'the boat' })).toBeVisible();
	await expect(again.getByRole('button', { name: 'Remove sailing' })).toBeVisible();
});

test('an entry being edited is kept when the next one is opened', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, { first: 'Ana', email: 'ana@example.org' });
	const person = await openPerson(page, 'Ana');
	await person.getByRole('button', { name: 'ana@example.org' }).click();
	await person.getByRole('textbox', { name: 'Email' }).fill('silva@example.org');
	await choose(page, person.getByRole('button', { name: 'Add…' }), 'Add email');
	await expect(person.getByRole('button', { name: 'silva@example.org' })).toBeVisible();
	await expect(person.getByRole('textbox', { name: 'Email' })).toHaveValue('');
});

test('a date that cannot be read is said so, stays as typed, and is not taken for its beginning', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, { first: 'Ana', birthday: '12 April 1985' });
	const person = await openPerson(page, 'Ana');
	await person.getByRole('button', { name: /^12 April 1985/ }).click();
	const birthday = person.getByRole('textbox', { name: 'Birthday' });
	await birthday.fill('13 May');
	await birthday.fill('13 May or so');
	await birthday.press('Enter');
	await expect(person.getByText(/^Try 12 April 1985/)).toBeVisible();
	await person.getByLabel('Add a tag').focus();
	await expect(birthday).toHaveValue('13 May or so');
	await birthday.press('Escape');
	await expect(person.getByRole('button', { name: /^12 April 1985/ })).toBeVisible();

	await choose(page, person.getByRole('button', { name: 'Add…' }), 'Add date');
	await person.getByRole('textbox', { name: 'Date' }).fill('one day');
	await person.getByRole('button', { name: 'Done' }).click();
	await expect(person.getByRole('textbox', { name: 'Date' })).toHaveValue('one day');
	await expect(person.getByText(/^Try 12 April 1985/)).toBeVisible();
});

test('a new contact is not kept while any of its dates cannot be read', async ({ page }) => {
	await startEmpty(page);
	await goTo(page, 'People');
	await page.getByRole('button', { name: 'Add contact' }).click();
	const dialog = page.getByRole('dialog', { name: 'Add contact' });
	await dialog.getByLabel('First name').fill('Ana');
	await dialog.getByRole('button', { name: 'More fields' }).click();
	const met = dialog.getByLabel('When you met');
	await met.fill('long ago');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(met).toBeFocused();
	await met.fill('May 2020');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(dialog).toBeHidden();
});

test('what is removed from a page comes back by undo, and pinned notes stand at its top', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, { first: 'Ana', phone: '+33 6 12 34 56 78' });
	await log(page, 'yesterday: lunch with Ana about her boat');
	const person = await openPerson(page, 'Ana');
	await expect(person.getByRole('link', { name: 'Signal' })).toHaveAttribute(
		'href',
		'https://signal.me/#p/+33612345678'
	);
	await expect(person.getByRole('heading', { name: 'Yesterday', exact: true })).toBeVisible();

	await person.getByRole('button', { name: '+33 6 12 34 56 78', exact: true }).click();
	await person.getByRole('button', { name: 'Remove phone' }).click();
	await expect(person.getByRole('link', { name: 'Signal' })).toBeHidden();
	await undo(page, 'was removed').click();
	await expect(person.getByRole('link', { name: 'Signal' })).toBeVisible();

	await choose(page, person.getByRole('button', { name: /edit or delete/ }), 'Pin');
	await expect(person.getByRole('region', { name: 'Pinned' })).toContainText('her boat');
	await saved(page);
	await page.reload();
	await expect(person.getByRole('region', { name: 'Pinned' })).toContainText('her boat');
});
