import { expect, test } from './support/app';
import {
	addContact,
	choose,
	goTo,
	lines,
	openPerson,
	pageOf,
	said,
	saved,
	startEmpty,
	startWithSample,
	undo
} from './support/verbs';

const ana = {
	first: 'Ana',
	last: 'Silva',
	email: 'ana@example.org',
	phone: '+351 21 000 0001',
	birthday: '12 April 1985'
};

test('a contact is added with what one knows, and is there after a reload', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, ana);
	await expect(said(page, 'Ana Silva is here now')).toBeVisible();
	await saved(page);
	await page.reload();

	const person = await openPerson(page, 'Ana Silva');
	await expect(person.getByRole('button', { name: 'ana@example.org' })).toBeVisible();
	await expect(person.getByRole('button', { name: '+351 21 000 0001' })).toBeVisible();
	await expect(person.getByRole('button', { name: /^12 April 1985/ })).toBeVisible();
	await expect(person.getByRole('link', { name: 'Call' })).toHaveAttribute('href', /^tel:\+351210000001$/);
	await expect(person.getByRole('link', { name: 'Mail' })).toHaveAttribute('href', /^mailto:ana(@|%40)example\.org$/);
});

test('a contact needs no more than a name, and nothing at all is not kept', async ({ page }) => {
	await startEmpty(page);
	await goTo(page, 'People');
	await page.getByRole('button', { name: 'Add contact' }).click();
	const dialog = page.getByRole('dialog', { name: 'Add contact' });
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(dialog.getByRole('status')).toHaveText('A name, an email or a phone is enough.');
	await dialog.getByLabel('First name').fill('Tom');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(lines(page)).toHaveText([/Tom/]);
});

test('what stands on a page is edited in place: name, email, birthday, tag, circle, notes', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, ana);
	const person = await openPerson(page, 'Ana Silva');

	await person.getByRole('button', { name: 'ana@example.org' }).click();
	await person.getByRole('textbox', { name: 'Email' }).fill('silva@example.org');
	await person.getByRole('textbox', { name: 'Email' }).press('Enter');
	await expect(person.getByRole('button', { name: 'silva@example.org' })).toBeVisible();

	await person.getByRole('button', { name: /^12 April 1985/ }).click();
	await person.getByRole('textbox', { name: 'Birthday' }).fill('13 May');
	await person.getByRole('textbox', { name: 'Birthday' }).press('Enter');
	await expect(person.getByRole('button', { name: '13 May' })).toBeVisible();

	await person.getByLabel('Add a tag').fill('climbing');
	await person.getByLabel('Add a tag').press('Enter');
	await expect(person.getByRole('button', { name: 'Remove climbing' })).toBeVisible();

	await person.getByLabel('Circle').selectOption('Friends');

	await person.getByRole('button', { name: 'What you would like to remember about Ana' }).click();
	await person.getByRole('textbox', { name: 'Notes' }).fill('Moves to **Lyon** in June');
	await person.getByRole('button', { name: 'Done' }).click();
	await expect(person.getByRole('strong')).toHaveText('Lyon');

	await person.getByRole('button', { name: 'Edit the name' }).click();
	await person.getByLabel('First name').fill('Anabela');
	await person.getByRole('button', { name: 'Save' }).click();
	const renamed = pageOf(page, 'Anabela Silva');
	await expect(renamed.getByRole('heading', { level: 1 })).toHaveText('Anabela Silva');
	await saved(page);

	await page.reload();
	await expect(renamed.getByRole('heading', { level: 1 })).toHaveText('Anabela Silva');
	await expect(renamed.getByRole('button', { name: 'silva@example.org' })).toBeVisible();
	await expect(renamed.getByRole('button', { name: '13 May' })).toBeVisible();
	await expect(renamed.getByRole('button', { name: 'Remove climbing' })).toBeVisible();
	await expect(renamed.getByLabel('Circle')).toHaveValue('friends');
	await expect(renamed.getByRole('strong')).toHaveText('Lyon');
});

test('Escape leaves a field as it was', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, ana);
	const person = await openPerson(page, 'Ana Silva');
	await person.getByRole('button', { name: 'ana@example.org' }).click();
	await person.getByRole('textbox', { name: 'Email' }).fill('typo');
	await person.getByRole('textbox', { name: 'Email' }).press('Escape');
	await expect(person.getByRole('button', { name: 'ana@example.org' })).toBeVisible();
});

test('a deleted contact comes back by undo, or later from the trash', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, ana);
	const person = await openPerson(page, 'Ana Silva');
	await choose(page, person.getByRole('button', { name: 'More about this person' }), 'Delete');
	await expect(lines(page)).toHaveCount(0);
	await undo(page, 'Ana Silva is in the trash').click();
	await expect(lines(page)).toHaveText([/Ana Silva/]);

	await openPerson(page, 'Ana Silva');
	await choose(page, person.getByRole('button', { name: 'More about this person' }), 'Delete');
	await expect(page.getByRole('heading', { name: 'No one here yet' })).toBeVisible();
	await saved(page);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'No one here yet' })).toBeVisible();

	await goTo(page, 'Settings');
	await page.getByRole('link', { name: 'Open the trash' }).click();
	await page.getByRole('button', { name: 'Restore Ana Silva' }).click();
	await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
	await saved(page);
	await page.reload();
	const restored = await openPerson(page, 'Ana Silva');
	await expect(restored.getByRole('button', { name: 'ana@example.org' })).toBeVisible();
});

test('the archived leave the list and are found under Archived', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, ana);
	await addContact(page, { first: 'Tom' });
	const person = await openPerson(page, 'Ana Silva');
	await choose(page, person.getByRole('button', { name: 'More about this person' }), 'Archived');
	await expect(said(page, 'Ana Silva is archived')).toBeVisible();
	await expect(lines(page)).toHaveText([/Tom/]);
	await saved(page);
	await page.reload();
	await page.getByRole('button', { name: 'Archived' }).click();
	await expect(lines(page)).toHaveText([/Ana Silva/]);
});

test('the list narrows to favourites, a circle or a tag, and the choice is in the address', async ({ page }) => {
	await startWithSample(page);
	await goTo(page, 'People');
	const all = Number(await lines(page).first().locator('xpath=ancestor::li').getAttribute('aria-setsize'));
	const count = async () =>
		Number(await lines(page).first().locator('xpath=ancestor::li').getAttribute('aria-setsize'));

	await page.getByRole('button', { name: 'Favourites' }).click();
	await expect(page).toHaveURL(/favourites/);
	await expect.poll(count).toBeLessThan(all / 2);
	await page.getByRole('button', { name: 'Clear', exact: true }).click();
	await expect.poll(count).toBe(all);

	await page.getByLabel('Circle').selectOption('Inner circle');
	await expect.poll(count).toBeLessThan(10);
	await page.reload();
	await expect(page.getByLabel('Circle')).toHaveValue('inner');
	await expect.poll(count).toBeLessThan(10);
	await page.getByRole('button', { name: 'Clear', exact: true }).click();

	const tag = (await page.getByLabel('Tag').getByRole('option').nth(1).textContent()) ?? '';
	await page.getByLabel('Tag').selectOption(tag);
	await expect.poll(count).toBeLessThan(all);
	await lines(page).first().click();
	await expect(page.getByRole('button', { name: `Remove ${tag}`, exact: true })).toBeVisible();
});

test('the list stands by name, by last contact or by next contact', async ({ page }) => {
	await startWithSample(page);
	await goTo(page, 'People');
	await expect(page.getByRole('heading', { name: 'A', exact: true, level: 2 })).toBeVisible();
	await page.getByLabel('Order').selectOption('By last contact');
	await expect(lines(page).first()).toContainText(/Last contact (today|yesterday|\d days ago)/);
	await page.getByLabel('Order').selectOption('By next contact');
	await expect(lines(page).first()).toContainText('A good moment to be in touch');
	await page.reload();
	await expect(page.getByLabel('Order')).toHaveValue('next');
});

test('the index by letter brings a letter into view', async ({ page }) => {
	await startWithSample(page);
	await goTo(page, 'People');
	const index = page.getByRole('slider', { name: 'Letter' });
	await expect(index).toHaveAttribute('aria-valuetext', 'A');
	await index.focus();
	await index.press('End');
	await expect(lines(page).last()).toBeInViewport();
	await index.press('Home');
	await expect(page.getByRole('heading', { name: 'A', exact: true, level: 2 })).toBeInViewport();
});
