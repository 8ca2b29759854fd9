import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support/app';
import { writeAsNewerApp } from './support/newer-app';
import {
	addContact,
	choose,
	goTo,
	lines,
	log,
	openPerson,
	said,
	saved,
	sentence,
	startEmpty,
	vcardFile
} from './support/verbs';

/** Ana, with a moment, something to say and a reminder; then a newer app writes, and the page is opened again. */
async function openNewerDocument(page: Page): Promise<void> {
	// Each refusal is waited for: much for a busy machine.
	test.slow();
	await startEmpty(page);
	await addContact(page, { first: 'Ana', last: 'Silva', email: 'ana@example.org' });
	await log(page, 'yesterday: lunch with Ana about ships');
	await page.getByRole('button', { name: 'Add a reminder' }).click();
	const reminder = page.getByRole('dialog', { name: 'New reminder' });
	await reminder.getByLabel('What to remember').fill('Water the plants');
	await reminder.getByRole('button', { name: 'Save' }).click();
	await expect(reminder).toBeHidden();
	const person = await openPerson(page, 'Ana Silva');
	const field = person.getByLabel('Something to ask or tell');
	await field.fill('ask about the boat');
	await field.press('Enter');
	await expect(person.getByRole('checkbox')).toBeVisible();
	await saved(page);
	await writeAsNewerApp(page);
	await page.reload();
	await expect(notice(page)).toBeVisible();
}

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'Update the app to edit again' });

/** What is said each time, and put away so that the next one shows. */
async function expectRefused(page: Page): Promise<void> {
	const words = said(page, /^That did not work: a newer Kith wrote these data; update the app/);
	await expect(words).toBeVisible();
	await page
		.getByRole('region', { name: /What was just done/ })
		.getByRole('button', { name: 'Close' })
		.first()
		.click();
	await expect(words).toHaveCount(0);
}

test('the banner says why, everything can be read, a copy saved and the update looked for', async ({ page }) => {
	await openNewerDocument(page);
	await expectAccessible(page);
	await expect(page.getByRole('heading', { name: 'Ana Silva', level: 1 })).toBeVisible();
	await expect(page.getByRole('article')).toContainText('ships');

	const download = page.waitForEvent('download');
	await notice(page).getByRole('button', { name: 'Save a copy' }).click();
	expect((await download).suggestedFilename()).toMatch(/^kith-.*\.kith$/);
	await expect(said(page, /^Saved as kith-/)).toBeVisible();

	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await notice(page).getByRole('button', { name: 'Look for the update' }).click();
	await expect(said(page, /^There is no newer version/)).toBeVisible();

	await goTo(page, 'Timeline');
	await expect(page.getByRole('article')).toContainText('Ana Silva');
	await expect(notice(page)).toBeVisible();
});

test('every edit of a person is refused aloud, and the page goes on showing what is so', async ({ page }) => {
	await openNewerDocument(page);
	const person = page.getByRole('region', { name: 'Ana Silva', exact: true });
	await expect(person.getByRole('heading', { name: 'About' })).toBeVisible();

	await person.getByLabel('Circle').selectOption('Inner circle');
	await expectRefused(page);
	await expect(person.getByLabel('Circle')).toHaveValue('');

	const item = person.getByRole('checkbox', { name: 'ask about the boat' });
	await item.click();
	await expectRefused(page);
	await expect(item).not.toBeChecked();

	const field = person.getByLabel('Something to ask or tell');
	await field.fill('the garden');
	await field.press('Enter');
	await expectRefused(page);
	await expect(field).toHaveValue('the garden');
	await expect(person.getByRole('checkbox')).toHaveCount(1);

	await person.getByLabel('Add a tag').fill('sailing');
	await person.getByLabel('Add a tag').press('Enter');
	await expectRefused(page);
	await expect(person.getByLabel('Add a tag')).toHaveValue('sailing');

	await person.getByRole('button', { name: 'ana@example.org' }).click();
	await person.getByRole('textbox', { name: 'Email' }).fill('other@example.org');
	await person.getByRole('textbox', { name: 'Email' }).press('Enter');
	await expectRefused(page);
	await expect(person.getByRole('textbox', { name: 'Email' })).toHaveValue('other@example.org');
	await person.getByRole('button', { name: 'Cancel' }).click();
	await expect(person.getByRole('button', { name: 'ana@example.org' })).toBeVisible();

	await person.getByRole('button', { name: 'Edit the name' }).click();
	await person.getByLabel('First name').fill('Anna');
	await person.getByRole('button', { name: 'Save' }).click();
	await expectRefused(page);
	await expect(person.getByLabel('First name')).toHaveValue('Anna');
	await person.getByRole('button', { name: 'Cancel' }).click();

	await person.getByRole('button', { name: /^What you would like to remember about/ }).click();
	await person.getByRole('textbox', { name: 'Notes' }).fill('Sails.');
	await person.getByRole('textbox', { name: 'Notes' }).blur();
	await expectRefused(page);
	await expect(person.getByRole('textbox', { name: 'Notes' })).toHaveValue('Sails.');

	await choose(page, person.getByRole('button', { name: 'More about this person' }), 'Delete');
	await expectRefused(page);
	await page.reload();
	await expect(person.getByRole('heading', { name: 'Ana Silva', level: 1 })).toBeVisible();
	await expect(person.getByRole('button', { name: 'ana@example.org' })).toBeVisible();
});

test('what is written anywhere else is refused aloud, and stays in its field', async ({ page }) => {
	await openNewerDocument(page);
	await goTo(page, 'Today');
	await sentence(page).fill('call with Ana');
	await sentence(page).press('Enter');
	await expectRefused(page);
	await expect(sentence(page)).toHaveValue('call with Ana');
	await sentence(page).fill('');

	await page.getByRole('button', { name: 'Done: Water the plants' }).click();
	await expectRefused(page);
	await expect(page.getByRole('button', { name: 'Done: Water the plants' })).toBeVisible();

	await page.getByRole('button', { name: 'Water the plants', exact: true }).click();
	const reminder = page.getByRole('dialog');
	await reminder.getByLabel('What to remember').fill('Water them twice');
	await reminder.getByRole('button', { name: 'Save' }).click();
	await expectRefused(page);
	await expect(reminder.getByLabel('What to remember')).toHaveValue('Water them twice');
	await reminder.getByRole('button', { name: 'Cancel' }).click();

	await goTo(page, 'Timeline');
	await choose(page, page.getByRole('article').getByRole('button', { name: /edit or delete/ }), 'Edit');
	const moment = page.getByRole('dialog', { name: 'Edit moment' });
	await moment.getByLabel('Note').fill('about planes');
	await moment.getByRole('button', { name: 'Save' }).click();
	await expectRefused(page);
	await expect(moment.getByLabel('Note')).toHaveValue('about planes');
	await moment.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('article')).toContainText('ships');

	await goTo(page, 'People');
	await page.getByRole('button', { name: 'Add contact' }).click();
	const adding = page.getByRole('dialog', { name: 'Add contact' });
	await adding.getByLabel('First name').fill('Tom');
	await adding.getByRole('button', { name: 'Save' }).click();
	await expectRefused(page);
	await expect(adding.getByLabel('First name')).toHaveValue('Tom');
	await adding.getByRole('button', { name: 'Cancel' }).click();
	await expect(lines(page)).toHaveText([/Ana Silva/]);
});

test('settings and imports are refused aloud, and stand as they were', async ({ page }) => {
	await openNewerDocument(page);
	await goTo(page, 'Settings');
	const calls = page.getByRole('switch', { name: 'Call', exact: true });
	await calls.click();
	await expectRefused(page);
	await expect(calls).toBeChecked();
	await page.getByRole('radio', { name: '1 March' }).click({ force: true });
	await expectRefused(page);
	await expect(page.getByRole('radio', { name: '28 February' })).toBeChecked();

	await page
		.getByLabel('Import files')
		.setInputFiles(vcardFile('BEGIN:VCARD\nVERSION:3.0\nFN:Tom Hughes\nEND:VCARD\n'));
	await page.getByRole('button', { name: /^Bring in / }).click();
	await expectRefused(page);
	await expect(page.getByRole('button', { name: /^Bring in / })).toBeEnabled();
	await goTo(page, 'People');
	await expect(lines(page)).toHaveText([/Ana Silva/]);
});
