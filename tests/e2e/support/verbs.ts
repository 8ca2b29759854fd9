/** What one does with Kith again and again, by what one sees of it. Each settles once its result is on screen and durable. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Person {
	readonly first: string;
	readonly last?: string;
	readonly email?: string;
	readonly phone?: string;
	readonly birthday?: string;
}

/** Waits until everything that was changed on this page is durable. */
export const saved = (page: Page): Promise<void> => expect(page.getByText(/^(Saving|Enregistrement)…$/)).toHaveCount(0);

export async function startEmpty(page: Page): Promise<void> {
	await page.goto('/');
	await chooseEmpty(page);
}

/** The same where the first screen is open already. */
export async function chooseEmpty(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^(Start empty|Commencer de zéro)$/ }).click();
	await expect(page.getByRole('navigation')).toBeVisible();
}

/** Begins with the sample people, in the page's language. */
export async function startWithSample(page: Page): Promise<void> {
	await page.goto('/');
	await page.getByRole('button', { name: /^(Try with sample people|Essayer avec des exemples)$/ }).click();
	await expect(page.getByRole('heading', { name: /^(Catch up with|Prendre des nouvelles)$/ })).toBeVisible();
	await saved(page);
}

export type Place = 'Today' | 'People' | 'Timeline' | 'Settings';

export async function goTo(page: Page, place: Place): Promise<void> {
	const link = page.getByRole('navigation').getByRole('link', { name: place });
	await link.click();
	await expect(link).toHaveAttribute('aria-current', 'page');
}

/** The lines of the list of people. */
export const lines = (page: Page): Locator =>
	page.getByRole('group', { name: 'People', exact: true }).getByRole('link');

/** The page of a person, wherever it stands. */
export const pageOf = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

export async function addContact(page: Page, { first, last, email, phone, birthday }: Person): Promise<void> {
	await goTo(page, 'People');
	await page.getByRole('button', { name: 'Add contact' }).click();
	const dialog = page.getByRole('dialog', { name: 'Add contact' });
	await dialog.getByLabel('First name').fill(first);
	if (last) await dialog.getByLabel('Last name').fill(last);
	if (email) await dialog.getByLabel('Email').fill(email);
	if (phone) await dialog.getByLabel('Phone').fill(phone);
	if (birthday) await dialog.getByLabel('Birthday').fill(birthday);
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(dialog).toBeHidden();
}

/** Opens a person from the list, and gives their page. */
export async function openPerson(page: Page, name: string): Promise<Locator> {
	await goTo(page, 'People');
	await lines(page).filter({ hasText: name }).click();
	const opened = pageOf(page, name);
	await expect(opened.getByRole('heading', { name, level: 1 })).toBeVisible();
	await expect(opened.getByRole('heading', { name: 'About' })).toBeVisible();
	return opened;
}

/** Chooses from what opens at a button. */
export async function choose(page: Page, button: Locator, item: string): Promise<void> {
	await button.click();
	await page.getByRole('menu').getByText(item, { exact: true }).click();
}

/** The sentence field of the screen one is on. */
export const sentence = (page: Page): Locator => page.getByLabel(/^(What happened\?|Que s’est-il passé\s\?)$/);

/** What is understood of the sentence, part by part. */
export const understood = (page: Page): Locator => page.getByRole('group', { name: /^(As understood|Compris ainsi)$/ });

/** Logs a sentence on Today, whose people are all known. */
export async function log(page: Page, text: string): Promise<void> {
	await goTo(page, 'Today');
	await sentence(page).fill(text);
	await expect(understood(page)).toBeVisible();
	await sentence(page).press('Enter');
	await expect(said(page, /^Logged with/)).toBeVisible();
	await saved(page);
}

/** What Kith says was just done. */
export const said = (page: Page, words: string | RegExp): Locator =>
	page
		.getByRole('region', { name: /What was just done|Ce qui vient d’être fait/ })
		.getByText(words)
		.first();

export const undo = (page: Page, words: string | RegExp): Locator =>
	page
		.getByRole('region', { name: /What was just done|Ce qui vient d’être fait/ })
		.getByRole('listitem')
		.filter({ hasText: words })
		.getByRole('button', { name: /^(Undo|Annuler)$/ });

export interface VcardFile {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

export const vcardFile = (text: string, name = 'people.vcf'): VcardFile => ({
	name,
	mimeType: 'text/vcard',
	buffer: Buffer.from(text)
});

/** Hands files to "Import files" in Settings, which leads to what is in them. */
export async function readFiles(
	page: Page,
	files: VcardFile | readonly VcardFile[] | readonly string[]
): Promise<void> {
	await goTo(page, 'Settings');
	await page.getByLabel('Import files').setInputFiles(files);
	await expect(page.getByRole('heading', { name: 'Bring people in' })).toBeVisible();
}

/** Takes everyone new in the files that were read. */
export async function takeAll(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^Bring in / }).click();
	await expect(page.getByRole('heading', { name: 'Welcome them' })).toBeVisible({ timeout: 30_000 });
	await saved(page);
}
