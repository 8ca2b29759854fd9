import { expect } from '@playwright/test';
import { test } from '../support/device-test';
import { expectPeople, expectUpToDate, lineOf, openDevices, pair, people } from '../support/devices';
import { findFirefox, launchFirefox } from '../support/firefox';
import { needed } from '../support/needed';
import { saved } from '../support/verbs';

test('Chromium and Firefox are devices of one owner, and either lets another in', async ({ openDevice }) => {
	const path = needed(
		findFirefox(),
		'There is no Firefox here: install one (apt install firefox-esr), or name it by KITH_FIREFOX.'
	);
	const browser = await launchFirefox(path);
	try {
		const laptop = await openDevice('Laptop');
		let phone = await openDevice('Phone', { browser });
		await people(laptop, 'Ana');
		await pair(laptop, phone, 'one contact');
		await people(phone, 'Boris');
		await expectPeople(laptop, 'Ana', 'Boris');
		await people(laptop, 'Clara');
		await expectPeople(phone, 'Ana', 'Boris', 'Clara');
		await expectUpToDate(phone, 'on');
		await expectUpToDate(laptop, 'Phone');

		const tablet = await openDevice('Tablet');
		await pair(phone, tablet, '3 contacts');
		await people(tablet, 'David');
		for (const device of [laptop, phone]) await expectPeople(device, 'Ana', 'Boris', 'Clara', 'David');

		// Closed and opened again, it finds the others by itself.
		await saved(phone.page);
		await phone.page.close();
		await people(laptop, 'Emma');
		phone = { ...phone, page: await phone.context.newPage() };
		await phone.page.goto('/people');
		await expectPeople(phone, 'Ana', 'Boris', 'Clara', 'David', 'Emma');
		await openDevices(phone);
		await expect(lineOf(phone, 'Tablet').getByText(/^Up to date/)).toBeVisible();
	} finally {
		await browser.close();
	}
});
