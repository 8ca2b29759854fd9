import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import {
	goTo,
	lines,
	log,
	openPerson,
	readFiles,
	startEmpty,
	startWithSample,
	takeAll,
	vcardFile
} from './support/verbs';

const card = (name: string, ...more: string[]) => {
	const [given, family] = name.split(' ');
	return ['BEGIN:VCARD', 'VERSION:4.0', `N:${family};${given};;;`, `FN:${name}`, ...more, 'END:VCARD'].join('\r\n');
};
const cards = [
	card('Catherine Dubois', 'ORG:Lighthouse Books', 'NOTE:Repairs accordions in winter'),
	card('Zoé Léger', 'NICKNAME:Zouzou', 'ADR:;;1 Quai;Bordeaux;;;'),
	card('Björn Lindqvist', 'CATEGORIES:choir', 'TEL:+46 70 123 45 67'),
	card('Tom Hughes', 'EMAIL:tom@hughes.example')
];

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search people' });

async function expectFound(page: Page, typed: string, names: readonly RegExp[]) {
	await test.step(`“${typed}”`, async () => {
		await field(page).fill(typed);
		await expect(lines(page)).toHaveText(names);
	});
}

test('people are found by a beginning, by a slip of the finger, and without their accents', async ({ page }) => {
	await startEmpty(page);
	await readFiles(page, vcardFile(cards.join('\r\n')));
	await takeAll(page);
	await goTo(page, 'People');
	await expect(lines(page)).toHaveCount(4);

	await expectFound(page, 'cat', [/Catherine Dubois/]);
	await expectFound(page, 'Cathrine', [/Catherine Dubois/]);
	await expectFound(page, 'zoe leger', [/Zoé Léger/]);
	await expectFound(page, 'BJORN', [/Björn Lindqvist/]);
	await expectFound(page, 'nobody-like-this', []);
	await expect(page.getByRole('heading', { name: 'Nobody found' })).toBeVisible();
	await page.getByRole('button', { name: 'Clear the search' }).click();
	await expect(lines(page)).toHaveCount(4);
});

test('people are found by what is known of them, and the words found are marked', async ({ page }) => {
	await startEmpty(page);
	await readFiles(page, vcardFile(cards.join('\r\n')));
	await takeAll(page);
	await log(page, 'yesterday: lunch with Tom about the submarine museum');
	await goTo(page, 'People');

	await expectFound(page, 'hugh', [/Tom Hughes/]);
	await expect(lines(page).locator('mark')).toHaveText('Hugh');
	await expectFound(page, 'accordion', [/Catherine Dubois.*Repairs accordions/s]);
	await expect(lines(page).locator('mark')).toHaveText('accordion');
	await expectFound(page, 'lighthouse', [/Catherine Dubois/]);
	await expectFound(page, 'zouzou', [/Zoé Léger/]);
	await expectFound(page, 'bordeaux', [/Zoé Léger/]);
	await expectFound(page, 'choir', [/Björn Lindqvist/]);
	await expectFound(page, '070 123', [/Björn Lindqvist/]);
	await expectFound(page, 'tom@hu', [/Tom Hughes/]);
	await expectFound(page, 'submarine', [/Tom Hughes.*the submarine museum/s]);
});

test('what is changed is found at once, by its new words and no longer by the old', async ({ page }) => {
	await startEmpty(page);
	await readFiles(page, vcardFile(cards.join('\r\n')));
	await takeAll(page);
	const person = await openPerson(page, 'Tom Hughes');
	await person.getByRole('button', { name: 'Edit the name' }).click();
	await person.getByLabel('Last name').fill('Okafor');
	await person.getByRole('button', { name: 'Save' }).click();
	await expectFound(page, 'okafor', [/Tom Okafor/]);
	await expectFound(page, 'hughes', [/Tom Okafor.*tom@hughes/s]);
});

test('what one looked for is kept in the address, and through a reload', async ({ page }) => {
	await startWithSample(page);
	await goTo(page, 'People');
	const [someone = ''] = (await lines(page).first().locator('.name').allInnerTexts()).map((name) => name.trim());
	await field(page).fill(someone);
	await expect(lines(page).first()).toContainText(someone);
	await expect(page).toHaveURL(/q=/);
	await page.reload();
	await expect(field(page)).toHaveValue(someone);
	await expect(lines(page).first()).toContainText(someone);
});

test('a name that nobody bears yet can be added from the search', async ({ page }) => {
	await startEmpty(page);
	await goTo(page, 'People');
	await field(page).fill('Priya Nair');
	await page.getByRole('button', { name: 'Add Priya Nair' }).click();
	const dialog = page.getByRole('dialog', { name: 'Add contact' });
	await expect(dialog.getByLabel('First name')).toHaveValue('Priya');
	await expect(dialog.getByLabel('Last name')).toHaveValue('Nair');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(lines(page)).toHaveText([/Priya Nair/]);
});
