import { expect } from '@playwright/test';
import { test } from '../support/device-test';
import {
	agree,
	beginAdding,
	beginJoining,
	expectPeople,
	expectUpToDate,
	join,
	joinDialog,
	people,
	pictureOn,
	showCode,
	showLink,
	typeCode
} from '../support/devices';

test('a typed code brings two devices together, and what is edited on either is on both', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana', 'Boris');
	await typeCode(phone, await showCode(laptop));
	await agree(laptop, phone, '2 contacts');
	await expectPeople(phone, 'Ana', 'Boris');
	await expectPeople(laptop, 'Ana', 'Boris');

	await people(phone, 'Clara');
	await expectPeople(laptop, 'Ana', 'Boris', 'Clara');
	await people(laptop, 'David');
	await expectPeople(phone, 'Ana', 'Boris', 'Clara', 'David');
	await expectUpToDate(laptop, 'Phone');
	await expectUpToDate(phone, 'on');
});

test('a link brings them together, and tells nobody anything before the owner says so', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	const sockets: string[] = [];
	phone.page.on('websocket', (socket) => sockets.push(socket.url()));
	const link = await showLink(laptop);
	await phone.page.goto(link);
	await expect(joinDialog(phone).getByText('Nothing has been sent yet.')).toBeVisible();
	expect(phone.page.url()).not.toContain('#');
	// As long as an answer would take, and more.
	await phone.page.waitForTimeout(2_000);
	expect(sockets).toEqual([]);
	await expect(pictureOn(laptop)).toBeVisible();

	await join(phone);
	await agree(laptop, phone, 'one contact');
	expect(sockets).not.toEqual([]);
	await expectPeople(phone, 'Ana');
});

test('the link may be a phone’s first sight of Kith', async ({ openDevice, browser, baseURL }) => {
	const laptop = await openDevice('Laptop');
	await people(laptop, 'Ana');
	const link = await showLink(laptop);
	const context = await browser.newContext({ ...(baseURL && { baseURL }), locale: 'en-GB' });
	const phone = { name: 'Phone', context, page: await context.newPage() };
	await phone.page.goto(link);
	await join(phone);
	await agree(laptop, phone, 'one contact');
	await expectPeople(phone, 'Ana');
	await context.close();
});

test('two scans bring them together, and no meeting point hears of it', async ({ openCameraDevice }) => {
	const [laptop, phone] = [await openCameraDevice('Laptop'), await openCameraDevice('Phone')];
	await people(laptop, 'Ana', 'Boris');
	await beginAdding(laptop, 'Scan');
	await phone.camera.holdAt(pictureOn(laptop));

	const dialog = await beginJoining(phone);
	await dialog.getByLabel('Name of this device').fill('Phone');
	await dialog.getByRole('button', { name: 'Scan instead' }).click();
	await expect(dialog.getByText('Now show this to your other device')).toBeVisible();
	await laptop.camera.holdAt(pictureOn(phone));

	await laptop.page.getByRole('button', { name: 'Then scan its answer' }).click();
	await agree(laptop, phone, '2 contacts');
	await expectPeople(phone, 'Ana', 'Boris');
	await people(phone, 'Clara');
	await expectPeople(laptop, 'Ana', 'Boris', 'Clara');
});

test('one scan of the link’s picture does, too', async ({ openDevice, openCameraDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openCameraDevice('Phone')];
	await people(laptop, 'Ana');
	await beginAdding(laptop, 'Link');
	await expect(pictureOn(laptop)).toBeVisible();
	await phone.camera.holdAt(pictureOn(laptop));
	const dialog = await beginJoining(phone);
	await dialog.getByLabel('Name of this device').fill('Phone');
	await dialog.getByRole('button', { name: 'Scan instead' }).click();
	await agree(laptop, phone, 'one contact');
	await expectPeople(phone, 'Ana');
});
