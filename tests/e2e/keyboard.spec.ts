import { expect, test } from './support/app';
import {
	addContact,
	lines,
	openPerson,
	said,
	saved,
	sentence,
	startEmpty,
	startWithSample,
	understood
} from './support/verbs';

/** What the keyboard is at. */
const focused = 'css=:focus';

test('the main path is walked without a mouse', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Start empty' })).toBeVisible();
	for (let step = 0; step < 20; step++) {
		await page.keyboard.press('Tab');
		if ((await page.locator(focused).innerText()).includes('Start empty')) break;
	}
	await page.keyboard.press('Enter');
	await expect(sentence(page)).toBeVisible();

	await page.keyboard.press('n');
	const dialog = page.getByRole('dialog', { name: 'Add contact' });
	await expect(dialog.getByLabel('First name')).toBeFocused();
	await page.keyboard.type('Grace');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Hopper');
	await page.keyboard.press('Enter');
	await expect(dialog).toBeHidden();
	await saved(page);

	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.type('Grace');
	await expect(page.getByRole('option', { name: /Grace Hopper/ })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Grace Hopper', level: 1 })).toBeVisible();

	await page.keyboard.press('g');
	await page.keyboard.press('t');
	await expect(page).toHaveURL('/');
	await sentence(page).focus();
	await page.keyboard.type('yesterday: lunch with @Gra');
	await expect(page.getByRole('option', { name: /Grace Hopper/ })).toBeVisible();
	await page.keyboard.press('Enter');
	await page.keyboard.type('about compilers');
	await expect(understood(page)).toContainText('Grace Hopper');
	await page.keyboard.press('Enter');
	await expect(said(page, /^Logged with/)).toBeVisible();
});

test('a dialog keeps the keyboard inside, gives it back, and shows where it is', async ({ page }) => {
	await startWithSample(page);
	await page.goto('/people');
	await expect(lines(page).first()).toBeVisible();
	const button = page.getByRole('button', { name: 'Add contact' });
	await button.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Add contact' });
	await expect(dialog).toBeVisible();
	for (let step = 0; step < 30; step++) {
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
	}
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(button).toBeFocused();
	expect(await button.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
});

test('the key list opens with ? and names the keys', async ({ page }) => {
	await startWithSample(page);
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toContainText('Add a contact');
});

test('what Kith says was done leaves the keyboard where one types, and is reached by its own key', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, { first: 'Ana' });
	await expect(said(page, 'Ana is here now')).toBeVisible();
	await page.getByLabel('Search people').focus();
	await page.keyboard.type('an');
	await expect(page.getByLabel('Search people')).toHaveValue('an');
	await page.keyboard.press('Alt+t');
	// First what was said, then what can be done about it.
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Show' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Ana', level: 1 })).toBeVisible();
});

test('a menu opens, is walked and gives the keyboard to what was chosen', async ({ page }) => {
	await startEmpty(page);
	await addContact(page, { first: 'Ana' });
	const person = await openPerson(page, 'Ana');
	const add = person.getByRole('button', { name: 'Add…' });
	await person.getByLabel('Add a tag').focus();
	await page.keyboard.press('Tab');
	await expect(add).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('menu')).toHaveCount(0);
	await expect(add).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.type('bir');
	await expect(page.getByRole('menuitem', { name: 'Birthday' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(person.getByRole('textbox', { name: 'Birthday' })).toBeFocused();
	await page.keyboard.type('1985');
	await page.keyboard.press('Enter');
	await expect(person.getByRole('button', { name: /^1985/ })).toBeFocused();
});

test('from one person to the next with the arrow keys', async ({ page }) => {
	await startWithSample(page);
	await page.goto('/people');
	await lines(page).first().focus();
	await page.keyboard.press('ArrowDown');
	await expect(lines(page).nth(1)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('region').getByRole('heading', { level: 1 })).toBeVisible();
});
