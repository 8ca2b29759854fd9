/** Devices of one owner: browsers of their own, that share nothing but the network. */
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { addContact, goTo, lines } from './verbs';

export interface Device {
	readonly name: string;
	readonly context: BrowserContext;
	readonly page: Page;
}

export const people = async ({ page }: Device, ...names: readonly string[]): Promise<void> => {
	for (const first of names) await addContact(page, { first });
};

/** What of Settings is about devices. */
export async function openDevices({ page }: Device): Promise<void> {
	await goTo(page, 'Settings');
	await page.getByRole('link', { name: 'Devices' }).click();
	await expect(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible();
}

const digits = (page: Page) => page.getByText(/^\d{3}\s\d{3}$/);

export type Way = 'Type' | 'Link' | 'Scan';

/** Begins to add a device on the one that has the data. */
export async function beginAdding(host: Device, way: Way = 'Type'): Promise<void> {
	await openDevices(host);
	await host.page.getByRole('button', { name: 'Add a device' }).click();
	if (way !== 'Type') await host.page.getByRole('radio', { name: way, exact: true }).check();
}

/** The code that is shown. */
export const codeOn = ({ page }: Device): Promise<string> => page.getByLabel('Code', { exact: true }).innerText();

export async function showCode(host: Device): Promise<string> {
	await beginAdding(host);
	return codeOn(host);
}

export async function showLink(host: Device): Promise<string> {
	await beginAdding(host, 'Link');
	return host.page.getByLabel('Link', { exact: true }).and(host.page.locator('output')).innerText();
}

/** What stands on screen for another device's camera. */
export const pictureOn = ({ page }: Device): Locator => page.getByRole('img', { name: /picture/i });

export const joinDialog = ({ page }: Device): Locator => page.getByRole('dialog', { name: 'Join my other device' });

/** Opens what joins another device. */
export async function beginJoining(guest: Device): Promise<Locator> {
	await openDevices(guest);
	await guest.page.getByRole('button', { name: 'Join my other device' }).click();
	return joinDialog(guest);
}

/** What becomes of the people who are on the new device already. */
export type OwnPeople = 'Bring both together' | 'Set these aside';

export async function typeCode(guest: Device, code: string, own?: OwnPeople): Promise<void> {
	const dialog = await beginJoining(guest);
	await dialog.getByLabel('Code from your other device').fill(code);
	if (own) await dialog.getByRole('radio', { name: own }).check();
	await join(guest);
}

/** Says yes to joining, under this device's name. */
export async function join(guest: Device): Promise<void> {
	const dialog = joinDialog(guest);
	await dialog.getByLabel('Name of this device').fill(guest.name);
	await dialog.getByRole('button', { name: 'Join', exact: true }).click();
}

/** Both show the same digits, and the owner is asked about them. */
export async function sameDigits(host: Device, guest: Device): Promise<void> {
	await expect(host.page.getByText('Does the other screen show this number?')).toBeVisible();
	await expect(guest.page.getByText('Does your other device show this number?')).toBeVisible();
	expect(await digits(host.page).innerText()).toBe(await digits(guest.page).innerText());
	await expect(host.page.getByText(`Add “${guest.name}”?`)).toBeVisible();
}

/** Both show the same digits; the owner says yes, and both end with the same count. */
export async function agree(
	host: Device,
	guest: Device,
	contacts: string,
	patience: { readonly timeout?: number } = {}
): Promise<void> {
	await sameDigits(host, guest);
	await host.page.getByRole('button', { name: 'Yes, add it' }).click();
	for (const { page } of [host, guest]) {
		await expect(page.getByText(`Both devices now have ${contacts}.`)).toBeVisible(patience);
		await page.getByRole('button', { name: 'Done' }).click();
	}
}

/** Pairs the two by a typed code. */
export async function pair(
	host: Device,
	guest: Device,
	contacts: string,
	patience: { readonly timeout?: number } = {}
): Promise<void> {
	await typeCode(guest, await showCode(host));
	await agree(host, guest, contacts, patience);
}

/** One says that the other has what it has, by the other's own receipt. */
export async function expectUpToDate(device: Device, other: string): Promise<void> {
	await openDevices(device);
	await expect(lineOf(device, other).getByText(/^Up to date/)).toBeVisible();
}

/** What the page of devices says of another one. */
export const lineOf = ({ page }: Device, name: string) => page.getByRole('listitem').filter({ hasText: name });

export async function expectPeople({ page }: Device, ...names: readonly string[]): Promise<void> {
	await goTo(page, 'People');
	await expect(lines(page)).toHaveText(names.map((name) => new RegExp(name)));
}
