import { expect, type Page } from '@playwright/test';
import { test } from '../support/device-test';
import { expectPeople, expectUpToDate, lineOf, openDevices, pair, people, type Device } from '../support/devices';
import { addContact, goTo, lines, openPerson, pageOf, saved } from '../support/verbs';
import { blue, red, stripes } from '../support/picture';

/** Closes the app on a device; what is made on the other meanwhile waits. */
async function shut({ page }: Device): Promise<void> {
	await saved(page);
	await page.close();
}

/** Opens the app again. */
async function reopen(device: Device): Promise<Device> {
	const page = await device.context.newPage();
	await page.goto('/people');
	await expect(page.getByRole('navigation')).toBeVisible();
	return { ...device, page };
}

async function setEmail(page: Page, name: string, email: string): Promise<void> {
	const person = await openPerson(page, name);
	await person.getByRole('button', { name: /@/ }).click();
	await person.getByRole('textbox', { name: 'Email' }).fill(email);
	await person.getByRole('textbox', { name: 'Email' }).press('Enter');
	await expect(person.getByRole('button', { name: email })).toBeVisible();
	await saved(page);
}

test('a third device gets what both have; renamed and removed, it gets nothing more, says so, and the others go on', async ({
	openDevice
}) => {
	const [laptop, phone, tablet] = [await openDevice('Laptop'), await openDevice('Phone'), await openDevice('Tablet')];
	await people(laptop, 'Ana');
	await pair(laptop, phone, 'one contact');
	await people(phone, 'Boris');
	await expectPeople(laptop, 'Ana', 'Boris');
	// Any device of the group lets another in.
	await pair(phone, tablet, '2 contacts');
	await people(tablet, 'Clara');
	for (const device of [laptop, phone]) await expectPeople(device, 'Ana', 'Boris', 'Clara');

	await openDevices(laptop);
	await laptop.page.getByRole('button', { name: 'Rename Tablet' }).click();
	await laptop.page.getByLabel('Name of the device').fill('Old tablet');
	await laptop.page.getByRole('listitem').getByRole('button', { name: 'Save' }).click();
	await openDevices(tablet);
	await expect(lineOf(tablet, 'Old tablet').getByText('This device')).toBeVisible();

	await openDevices(phone);
	await phone.page.getByRole('button', { name: 'Remove Old tablet' }).click();
	const dialog = phone.page.getByRole('dialog');
	await expect(dialog.getByText('It gets no new changes. What it already has stays on it.')).toBeVisible();
	await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
	await expect(tablet.page.getByText('This device was removed')).toBeVisible();

	await people(laptop, 'David');
	await expectPeople(phone, 'Ana', 'Boris', 'Clara', 'David');
	await people(phone, 'Emma');
	await expectPeople(laptop, 'Ana', 'Boris', 'Clara', 'David', 'Emma');
	await expectPeople(tablet, 'Ana', 'Boris', 'Clara');
	await expectUpToDate(laptop, 'Phone');
	await expect(laptop.page.getByText('One removed device')).toBeVisible();
});

test('what was done on both while they were apart meets, and of two words the other is kept', async ({
	openDevice
}) => {
	let [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await addContact(laptop.page, { first: 'Ana', email: 'ana@example.org' });
	await pair(laptop, phone, 'one contact');
	await shut(phone);
	await setEmail(laptop.page, 'Ana', 'ana@home.example');
	await people(laptop, 'Boris');
	await openDevices(laptop);
	await expect(lineOf(laptop, 'Phone').getByText(/waiting$/)).toBeVisible();
	await expect(lineOf(laptop, 'Phone').getByText(/^Up to date/)).toHaveCount(0);
	await shut(laptop);

	phone = await reopen(phone);
	await setEmail(phone.page, 'Ana', 'ana@work.example');
	await people(phone, 'Clara');
	laptop = await reopen(laptop);
	for (const device of [laptop, phone]) {
		await expectPeople(device, 'Ana', 'Boris', 'Clara');
		const ana = await openPerson(device.page, 'Ana');
		await expect(ana.getByRole('button', { name: 'ana@work.example', exact: true })).toBeVisible();
		const others = ana.getByRole('region', { name: 'Written differently elsewhere' });
		await expect(others.getByText('also: ana@home.example')).toBeVisible();
	}
	const others = pageOf(laptop.page, 'Ana').getByRole('region', { name: 'Written differently elsewhere' });
	await others.getByRole('button', { name: 'Keep this: ana@home.example' }).click();
	await expect(pageOf(phone.page, 'Ana').getByRole('button', { name: 'ana@home.example', exact: true })).toBeVisible();
	await expect(pageOf(phone.page, 'Ana').getByText('Written differently elsewhere')).toHaveCount(0);
});

for (const [answer, left] of [
	['Keep them', 61],
	['Allow', 1]
] as const) {
	test(`what deletes many people waits for the owner’s word: ${answer}`, async ({ openDevice }) => {
		const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
		await people(laptop, 'Ana');
		await laptop.page.goto('/welcome');
		await laptop.page.getByRole('button', { name: 'Try with sample people' }).click();
		await expect(laptop.page.getByRole('heading', { name: 'Catch up with' })).toBeVisible();
		await saved(laptop.page);
		await pair(laptop, phone, '61 contacts');

		await goTo(phone.page, 'Settings');
		await phone.page.getByRole('button', { name: 'Remove the sample people' }).click();
		await expect(laptop.page.getByText('Phone wants to delete 60 contacts.')).toBeVisible();
		await openDevices(laptop);
		await expect(laptop.page.getByText('Phone wants to delete 60 contacts.')).toBeVisible();
		await laptop.page.getByRole('button', { name: answer }).click();
		await expect(laptop.page.getByText('Phone wants to delete')).toHaveCount(0);
		for (const device of [laptop, phone]) {
			await goTo(device.page, 'People');
			// Lines are drawn in view first, so not all of 61 stand there.
			if (left === 1) await expect(lines(device.page)).toHaveText([/Ana/]);
			else await expect(lines(device.page).nth(10)).toBeAttached();
		}
	});
}

test('a tap on a phone number does not silence a device', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone', { allow: [/tel:/] })];
	await addContact(phone.page, { first: 'Ana', phone: '+33 6 12 34 56 78' });
	await pair(phone, laptop, 'one contact');
	const ana = await openPerson(phone.page, 'Ana');
	// The browser now asks what to call with, and draws nothing on this page until it is told: one goes on in another tab.
	const other = await reopen(phone);
	await phone.page.evaluate(() => addEventListener('beforeunload', () => document.body.setAttribute('data-left', '')));
	await ana.getByRole('link', { name: /call/i }).first().click();
	await expect(phone.page.locator('body')).toHaveAttribute('data-left', '');
	await people(other, 'Boris');
	await expectPeople(laptop, 'Ana', 'Boris');
	await people(laptop, 'Clara');
	await expectPeople(other, 'Ana', 'Boris', 'Clara');
});

test('of five tabs any may be closed, and both devices may be loaded anew at once', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	await pair(laptop, phone, 'one contact');
	const tabs = [phone];
	while (tabs.length < 5) tabs.push(await reopen(phone));
	const last = tabs[4] ?? phone;
	await openDevices(last);
	await expect(lineOf(last, 'on').getByText(/^Up to date/)).toBeVisible();
	// The first one leads.
	await shut(phone);
	await people(last, 'Boris');
	await expectPeople(laptop, 'Ana', 'Boris');
	for (const tab of tabs.slice(1, 4)) await shut(tab);
	await people(laptop, 'Clara');
	await expectPeople(last, 'Ana', 'Boris', 'Clara');

	await Promise.all([laptop.page.reload(), last.page.reload()]);
	await people(laptop, 'David');
	await people(last, 'Emma');
	for (const device of [laptop, last]) await expectPeople(device, 'Ana', 'Boris', 'Clara', 'David', 'Emma');
});

test('a photo travels, too', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	const ana = await openPerson(laptop.page, 'Ana');
	await ana.getByRole('button', { name: 'Change Ana’s photo' }).click();
	const dialog = laptop.page.getByRole('dialog', { name: 'Photo' });
	await dialog
		.getByLabel('Choose a picture')
		.setInputFiles({ name: 'ana.png', mimeType: 'image/png', buffer: stripes(600, 600, [red, blue]) });
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(ana.locator('img')).toBeVisible();
	await saved(laptop.page);
	await pair(laptop, phone, 'one contact');
	const there = await openPerson(phone.page, 'Ana');
	await expect(there.locator('img')).toBeVisible();
	const width = await there.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
	expect(width).toBeGreaterThan(0);
});

test('one is never told that the other is up to date while it lacks an edit', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	await pair(laptop, phone, 'one contact');
	const adding = { ...laptop, page: await laptop.context.newPage() };
	await adding.page.goto('/people');
	await openDevices(laptop);
	const line = lineOf(laptop, 'Phone');
	await expect(line.getByText(/^Up to date/)).toBeVisible();
	await goTo(phone.page, 'People');
	const falsely: string[] = [];
	for (const [index, name] of ['Boris', 'Clara', 'David', 'Emma', 'Felix'].entries()) {
		await addContact(adding.page, { first: name });
		// What is told is read first: what the other has may only have grown since.
		await expect(async () => {
			const told = await line.innerText();
			const there = await lines(phone.page).count();
			if (/Up to date/.test(told)) falsely.push(...(there < index + 2 ? [name] : []));
			expect([/Up to date/.test(told), there]).toEqual([true, index + 2]);
		}).toPass({ intervals: [20], timeout: 20_000 });
	}
	expect(falsely).toEqual([]);
});
