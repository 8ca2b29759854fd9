import { expect } from '@playwright/test';
import { fillAddressBook } from '../support/address-book';
import { test } from '../support/device-test';
import { expectUpToDate, pair, people } from '../support/devices';
import { SlowNetwork } from '../support/slow-network';
import { lines } from '../support/verbs';

/** What takes minutes runs only when it is asked for. */
const isLong = process.env.KITH_LONG === '1';
const { contacts, words } = isLong
	? { contacts: 5_000, words: '5,000 contacts' }
	: { contacts: 100, words: '100 contacts' };

test(`a first exchange of ${words} over a network that loses 2 % and takes 100 ms`, async ({ openDevice }) => {
	test.setTimeout(isLong ? 30 * 60_000 : 240_000);
	const network = new SlowNetwork({ delayMs: 100, loss: 0.02 });
	try {
		const laptop = await openDevice('Laptop', { allow: [/favicon\.ico/] });
		const phone = await openDevice('Phone');
		await fillAddressBook(laptop.page, { contacts, interactions: contacts * 10, reminders: 0 });
		await expect(lines(laptop.page).first()).toBeVisible({ timeout: 60_000 });
		for (const device of [laptop, phone]) {
			await network.carry(device.context);
			await device.page.reload();
		}
		await pair(laptop, phone, words, { timeout: isLong ? 25 * 60_000 : 120_000 });
		await people(phone, 'Zoë');
		await expectUpToDate(phone, 'on');
		await expectUpToDate(laptop, 'Phone');
		expect(network.counts.lost / network.counts.sent).toBeGreaterThan(0.01);
	} finally {
		network.close();
	}
});
