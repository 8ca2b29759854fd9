import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateVcards } from '../support/generated-vcards';
import { expect, test } from './support/app';
import { goTo, lines, log, readFiles, said, saved, startEmpty, takeAll, undo, vcardFile } from './support/verbs';

/** Real exports of one person from many programs, or where they are not at hand, files of our own like them. */
const corpus = join(import.meta.dirname, '../../../shared/corpus/files/vcard/ez-vcard');
const exported = existsSync(corpus) ? corpus : join(import.meta.dirname, '../fixtures/vcard');
const take = 'Bring in';

const three = `BEGIN:VCARD
VERSION:3.0
FN:Ana Silva
N:Silva;Ana;;;
EMAIL:ana@example.org
BDAY:1985-04-12
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen
TEL;HOME:+49 30 1234567
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Grace Hopper
TEL;TYPE=cell:+1 555 0101
END:VCARD
`;

test('people come in from a file, are taken back as one, and a second time adds nobody', async ({ page }) => {
	await startEmpty(page);
	await readFiles(page, vcardFile(three));
	await takeAll(page);
	await goTo(page, 'People');
	await expect(lines(page)).toHaveText([/Grace Hopper/, /Jürgen Müller/, /Ana Silva/]);

	await readFiles(page, vcardFile(three));
	await expect(page.getByRole('button', { name: new RegExp(`^${take} `) })).toHaveCount(0);

	await page.reload();
	await goTo(page, 'People');
	await expect(lines(page)).toHaveCount(3);
});

test('what is in a file is looked over before anything changes: who is new, who is here, what was not understood', async ({
	page
}) => {
	await startEmpty(page);
	await readFiles(page, vcardFile(`${three}BEGIN:VCARD\nVERSION:3.0\nFN:Zoé Léger\nBDAY:someday\nEND:VCARD\n`));
	await expect(page.getByRole('button', { name: '4 new people' })).toBeVisible();
	await page.getByRole('button', { name: '1 note' }).click();
	await expect(page.getByText('Not a date: “someday”. The person comes without it.')).toBeVisible();
	await page.getByRole('button', { name: '4 new people' }).click();
	await page.getByRole('checkbox', { name: /Grace Hopper/ }).uncheck();
	await expect(page.getByRole('button', { name: 'Bring in 3 people' })).toBeVisible();
	await takeAll(page);
	await goTo(page, 'People');
	await expect(lines(page)).toHaveText([/Zoé Léger/, /Jürgen Müller/, /Ana Silva/]);

	await readFiles(page, vcardFile(three));
	await expect(page.getByRole('button', { name: '1 new person' })).toBeVisible();
	await page.getByRole('button', { name: '2 are already here' }).click();
	await expect(page.getByRole('checkbox')).toHaveCount(2);
	await page.getByRole('button', { name: 'Cancel' }).click();
	await goTo(page, 'People');
	await expect(lines(page)).toHaveCount(3);
});

test('an import is undone in one go', async ({ page }) => {
	await startEmpty(page);
	await readFiles(page, vcardFile(three));
	await takeAll(page);
	await undo(page, /3/).click();
	await saved(page);
	await goTo(page, 'People');
	await expect(lines(page)).toHaveCount(0);
});

test('a file that is no address book harms nothing and says so', async ({ page }) => {
	await startEmpty(page);
	await readFiles(page, vcardFile('\u0000\u0001 not a card at all', 'noise.vcf'));
	await expect(page.getByText('noise.vcf').first()).toBeVisible();
	await goTo(page, 'People');
	await expect(page.getByRole('heading', { name: 'No one here yet' })).toBeVisible();
});

test('a card that means harm is only text', async ({ page }) => {
	const name = '<img src=x onerror=alert(1)> __proto__';
	const nested = 'BEGIN:VCARD\n'.repeat(2_000);
	await startEmpty(page);
	await readFiles(page, [
		vcardFile(
			`BEGIN:VCARD\nVERSION:4.0\nFN:${name}\nURL:javascript:alert(1)\nTEL:javascript:alert(2)\nNOTE:[x](javascript:alert(3)) <script>alert(4)</script>\nCATEGORIES:constructor,__proto__\nEND:VCARD`
		),
		vcardFile(nested, 'nested.vcf')
	]);
	await takeAll(page);
	await goTo(page, 'People');
	await lines(page).filter({ hasText: name }).click();
	const person = page.getByRole('main');
	await expect(person.getByRole('heading', { name, level: 1 })).toBeVisible();
	await expect(person.getByRole('heading', { name: 'About' })).toBeVisible();
	await expect(person.locator('img, script, a[href^="javascript"]')).toHaveCount(0);
});

test('ten thousand people come in, and are searched, logged and remembered at once', async ({ page }, info) => {
	test.setTimeout(240_000);
	await startEmpty(page);
	await readFiles(page, vcardFile(generateVcards(9_997, 7) + three, 'ten-thousand.vcf'));
	const button = page.getByRole('button', { name: new RegExp(`^${take} `) });
	await expect(button).toBeVisible({ timeout: 60_000 });
	await button.click();
	await expect(page.getByRole('heading', { name: 'Welcome them' })).toBeVisible({ timeout: 120_000 });
	await saved(page);
	await page.reload();
	await goTo(page, 'People');
	await expect(lines(page).first()).toBeVisible();
	const someone = 'Jürgen Müller';
	await page.getByLabel('Search people').fill('jurgen mulle');
	await expect(lines(page).filter({ hasText: someone }).first()).toBeVisible();
	await page.getByLabel('Search people').fill('');
	await log(page, `yesterday: lunch with ${someone}`);
	await goTo(page, 'Timeline');
	await expect(page.getByRole('article').first()).toContainText(someone);
	await goTo(page, 'Today');
	await page.screenshot({ path: info.outputPath('ten-thousand-today.png') });
});

test('exports of phones and mail programs come in whole', async ({ page }, info) => {
	test.slow();
	const files = readdirSync(exported, { recursive: true })
		.map(String)
		.filter((name) => name.endsWith('.vcf'));
	await startEmpty(page);
	await readFiles(
		page,
		files.map((name) => join(exported, name))
	);
	await takeAll(page);
	await goTo(page, 'People');
	await expect(lines(page).first()).toBeVisible();
	await expect(said(page, /./)).toBeVisible();
	await goTo(page, 'Today');
	await page.screenshot({ path: info.outputPath('real-exports-today.png') });
});
