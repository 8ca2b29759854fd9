/** Devices of one owner: browsers of their own, that share nothing but the network. */
import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { test as base } from './app';
import { addContact, goTo, lines, startEmpty } from './verbs';
import { watchContext, type Watch } from './watch';

export interface Device {
	readonly name: string;
	readonly context: BrowserContext;
	readonly page: Page;
}

interface Fixtures {
	/** Opens the app on another device, empty, and on its page of devices. */
	openDevice: (name: string, options?: BrowserContextOptions) => Promise<Device>;
}

export const test = base.extend<Fixtures>({
	openDevice: async ({ browser, baseURL, locale }, use) => {
		const opened: { readonly context: BrowserContext; readonly watch: Watch }[] = [];
		await use(async (name, options = {}) => {
			const device = await deviceIn(browser, name, { baseURL: baseURL ?? '', locale: locale ?? 'en-GB', ...options });
			opened.push(device);
			await startEmpty(device.page);
			return device;
		});
		for (const { context } of opened) await context.close();
		for (const { watch } of opened) expect(watch.faults).toEqual([]);
	}
});

async function deviceIn(browser: Browser, name: string, options: BrowserContextOptions) {
	const context = await browser.newContext(options);
	const watch = watchContext(context);
	return { name, context, watch, page: await context.newPage() };
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

/** Begins to add a device on the one that has the data, and gives the code that it shows. */
export async function showCode(host: Device): Promise<string> {
	await openDevices(host);
	await host.page.getByRole('button', { name: 'Add a device' }).click();
	return host.page.getByLabel('Code', { exact: true }).innerText();
}

export async function typeCode(guest: Device, code: string): Promise<void> {
	await openDevices(guest);
	await guest.page.getByRole('button', { name: 'Join my other device' }).click();
	const dialog = guest.page.getByRole('dialog');
	await dialog.getByLabel('Code from your other device').fill(code);
	await dialog.getByLabel('Name of this device').fill(guest.name);
	await dialog.getByRole('button', { name: 'Join', exact: true }).click();
}

/** Both show the same digits; the owner says yes, and both end with the same count. */
export async function agree(host: Device, guest: Device, contacts: string): Promise<void> {
	await expect(host.page.getByText('Does the other screen show this number?')).toBeVisible();
	await expect(guest.page.getByText('Does your other device show this number?')).toBeVisible();
	expect(await digits(host.page).innerText()).toBe(await digits(guest.page).innerText());
	await expect(host.page.getByText(`Add “${guest.name}”?`)).toBeVisible();
	await host.page.getByRole('button', { name: 'Yes, add it' }).click();
	for (const { page } of [host, guest]) {
		await expect(page.getByText(`Both devices now have ${contacts}.`)).toBeVisible();
		await page.getByRole('button', { name: 'Done' }).click();
	}
}

/** Pairs the two by a typed code. */
export async function pair(host: Device, guest: Device, contacts: string): Promise<void> {
	await typeCode(guest, await showCode(host));
	await agree(host, guest, contacts);
}

/** What the page of devices says of another one. */
export const lineOf = ({ page }: Device, name: string) => page.getByRole('listitem').filter({ hasText: name });

export async function expectPeople({ page }: Device, ...names: readonly string[]): Promise<void> {
	await goTo(page, 'People');
	await expect(lines(page)).toHaveText(names.map((name) => new RegExp(name)));
}
