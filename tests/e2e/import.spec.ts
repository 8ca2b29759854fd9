import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateVcards } from '../support/generated-vcards';
import { expect, test } from './support/app';
import {
	goTo,
	lines,
	log,
	openPerson,
	readFiles,
	said,
	saved,
	startEmpty,
	takeAll,
	undo,
	vcardFile
} from './support/verbs';

/** Real exports of one person from many programs, or where they are not at hand, files of our own like them. */
const corpus = join(import.meta.dirname, '../../../shared/corpus/files/vcard/ez-vcard');
const exported = existsSync(corpus) ? corpus : join(import.meta.dirname, '../fixtures/vcard');
/** What is told of the people in these files, by hand. */
const known = existsSync(corpus)
	? {
			count: 9,
			names: ['Frank Dawson', 'Tim Howes', 'FirstName MiddleName LastName', 'John Richter James Doe'],
			whole: { name: 'VCard Test', phone: '5555551111', email: 'email@example.com', birthday: /23 June 1912/ },
			met: 'Tim Howes'
		}
	: {
			count: 11,
			names: ['Ana Maria Silva', 'Corner Bakery', 'Jörg Müller', 'Jan van der Berg'],
			whole: { name: 'Zoé Léger', phone: '+33 6 12 34 56 78', email: 'zoe@example.org', birthday: /12 April 1985/ },
			met: 'Tom Hughes'
		};
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
	await expect(lines(page).filter({ hasText: someone }).first()).toBeVisible({ timeout: 60_000 });
	await page.getByLabel('Search people').fill('');
	await log(page, `yesterday: lunch with ${someone}`);
	await goTo(page, 'Timeline');
	await expect(page.getByRole('article').first()).toContainText(someone);
	await goTo(page, 'Today');
	await page.screenshot({ path: info.outputPath('ten-thousand-today.png') });
});

test('exports of phones and mail programs come in whole, and live here from then on', async ({ page }, info) => {
	test.slow();
	const files = readdirSync(exported, { recursive: true })
		.map(String)
		.filter((name) => name.endsWith('.vcf'));
	// Tall enough for the list to hold them all at once.
	await page.setViewportSize({ width: 1280, height: 1600 });
	await startEmpty(page);
	await readFiles(
		page,
		files.map((name) => join(exported, name))
	);
	await takeAll(page);
	await expect(said(page, `Imported ${known.count} people`)).toBeVisible();
	await goTo(page, 'People');
	await expect(lines(page)).toHaveCount(known.count);
	for (const name of known.names) await expect(lines(page).filter({ hasText: name })).toHaveCount(1);

	const { name, phone, email, birthday } = known.whole;
	const person = await openPerson(page, name);
	for (const part of [phone, email, birthday]) await expect(person.getByText(part).first()).toBeVisible();

	await log(page, `yesterday: lunch with ${known.met}`);
	await expect(page.getByRole('heading', { name: 'Who is close to you?' })).toBeVisible();
	await page.screenshot({ path: info.outputPath('real-exports-today.png') });
	await goTo(page, 'Timeline');
	await expect(page.getByRole('article')).toHaveText([new RegExp(known.met)]);
	await goTo(page, 'People');
	await page.getByLabel('Search people').fill(known.met.toLowerCase().slice(0, -1));
	await expect(lines(page)).toHaveText([new RegExp(known.met)]);
});

test('an address book dropped on any screen is looked over', async ({ page }) => {
	await startEmpty(page);
	await goTo(page, 'Timeline');
	const files = await page.evaluateHandle((text) => {
		const carried = new DataTransfer();
		carried.items.add(new File([text], 'people.vcf', { type: 'text/vcard' }));
		return carried;
	}, three);
	await page.dispatchEvent('body', 'dragenter', { dataTransfer: files });
	await expect(page.getByText('Drop to bring people in')).toBeVisible();
	await page.dispatchEvent('body', 'drop', { dataTransfer: files });
	await expect(page.getByRole('button', { name: '3 new people' })).toBeVisible();
	await expect(page.getByText('Drop to bring people in')).toBeHidden();
});

test('a photo within a card is made small and shown on its person', async ({ page }) => {
	await startEmpty(page);
	const jpeg = await page.evaluate(() => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
		canvas.getContext('2d')?.fillRect(400, 300, 800, 600);
		return canvas.toDataURL('image/jpeg').replace(/^.*,/, '');
	});
	await readFiles(
		page,
		vcardFile(`BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nPHOTO;ENCODING=b;TYPE=JPEG:${jpeg}\nEND:VCARD`)
	);
	await takeAll(page);
	const face = (await openPerson(page, 'Ana Silva')).locator('header img');
	await expect(face).toHaveJSProperty('naturalWidth', 512);
	await expect(face).toHaveJSProperty('naturalHeight', 384);
	const kept = await page.evaluate(async () => {
		const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('kith-photos');
		const names: string[] = [];
		for await (const name of folder.keys()) names.push(name);
		return names;
	});
	expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.webp$/)]);
});
