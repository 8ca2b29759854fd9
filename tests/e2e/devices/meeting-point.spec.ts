import { expect, type Page } from '@playwright/test';
import { mosquitto, startMosquitto } from '../../../src/lib/sync/meeting/mosquitto.contract';
import { test } from '../support/device-test';
import { expectPeople, lineOf, openDevices, pair, people, type Device } from '../support/devices';
import { Host } from '../support/host';
import { needed } from '../support/needed';
import { goTo, lines, saved } from '../support/verbs';

/** What the browser itself says of a host that is away. */
const allow = [/WebSocket connection to 'ws:\/\/127\.0\.0\.1:/, /Failed to load resource|ERR_CONNECTION_REFUSED/];

async function openNetwork(device: Device): Promise<void> {
	await openDevices(device);
	await device.page.locator('summary', { hasText: 'Network' }).click();
}

async function nameMeetingPoint(device: Device, address: string): Promise<void> {
	await openNetwork(device);
	await device.page.getByRole('radio', { name: 'Another' }).check();
	await device.page.getByLabel('Address of the meeting point').fill(address);
	await device.page.getByRole('button', { name: 'Save' }).click();
}

async function reopen(device: Device): Promise<Device> {
	await saved(device.page);
	const page: Page = await device.context.newPage();
	await device.page.close();
	await page.goto('/people');
	return { ...device, page };
}

test('devices go on without the meeting point, and find each other again once it is back', async ({ openDevice }) => {
	const host = await Host.open({ meetingPoint: true });
	try {
		const options = { baseURL: host.origin, allow };
		const laptop = await openDevice('Laptop', options);
		let phone = await openDevice('Phone', options);
		await people(laptop, 'Ana');
		await pair(laptop, phone, 'one contact');
		await host.stopMeetingPoint();
		// What is linked stays linked.
		await people(phone, 'Boris');
		await expectPeople(laptop, 'Ana', 'Boris');

		phone = await reopen(phone);
		await people(laptop, 'Clara');
		await openDevices(phone);
		await expect(phone.page.getByText('The meeting point does not answer.')).toBeVisible();
		await expect(lineOf(phone, 'on').getByText('Connected')).toHaveCount(0);
		await openDevices(laptop);
		await expect(lineOf(laptop, 'Phone').getByText('One change waiting')).toBeVisible();

		await goTo(phone.page, 'People');
		await host.startMeetingPoint();
		// Each side tries again by itself, after a minute at the latest.
		await expect(lines(phone.page).filter({ hasText: 'Clara' })).toBeVisible({ timeout: 100_000 });
		await expectPeople(phone, 'Ana', 'Boris', 'Clara');
		await openDevices(laptop);
		await expect(lineOf(laptop, 'Phone').getByText(/^Up to date/)).toBeVisible();
	} finally {
		await host.close();
	}
});

test('on a plain static host one is told that only scanning works', async ({ openDevice }) => {
	const host = await Host.open();
	try {
		const laptop = await openDevice('Laptop', { baseURL: host.origin, allow });
		await openDevices(laptop);
		await laptop.page.getByRole('button', { name: 'Add a device' }).click();
		await expect(laptop.page.getByText('No meeting point can be reached to introduce the two.')).toBeVisible();
		await laptop.page.getByRole('button', { name: 'Scan instead' }).click();
		await expect(laptop.page.getByRole('img', { name: /picture/ })).toBeVisible();
	} finally {
		await host.close();
	}
});

test('devices meet at a Mosquitto that is typed in by its address', async ({ openDevice }) => {
	const broker = await startMosquitto(needed(mosquitto, 'There is no Mosquitto here: apt install mosquitto'));
	const host = await Host.open();
	try {
		const options = { baseURL: host.origin, allow };
		const [laptop, phone] = [await openDevice('Laptop', options), await openDevice('Phone', options)];
		await people(laptop, 'Ana');
		for (const device of [laptop, phone]) await nameMeetingPoint(device, broker.url);
		await pair(laptop, phone, 'one contact');
		const again = await reopen(phone);
		await people(laptop, 'Boris');
		await expectPeople(again, 'Ana', 'Boris');
	} finally {
		await host.close();
		await broker.stop();
	}
});

test('the check of the connection says what works', async ({ openDevice }) => {
	const laptop = await openDevice('Laptop');
	await openNetwork(laptop);
	const { page } = laptop;
	await page.getByRole('button', { name: 'Check my connection' }).click();
	await expect(page.getByText('This browser can connect devices.')).toBeVisible();
	await expect(page.getByText('Devices on the same network reach this one.')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'The meeting point is reached.' })).toBeVisible();
	await expect(page.getByText('no STUN server answered')).toBeVisible();
	await expect(page.getByText('no TURN server answered')).toBeVisible();
});
