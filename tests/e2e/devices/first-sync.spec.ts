import { expect } from '@playwright/test';
import { fillAddressBook } from '../support/address-book';
import { test } from '../support/device-test';
import { expectUpToDate, pair, people } from '../support/devices';
import { lines, openPerson, pageOf, saved } from '../support/verbs';

/** What takes minutes runs only when it is asked for. */
const isLong = process.env.KITH_LONG === '1';
const sizes = [
	{ contacts: 0, words: '0 contacts' },
	{ contacts: 1, words: 'one contact' },
	{ contacts: 650, words: '650 contacts' },
	{ contacts: 5_000, words: '5,000 contacts' },
	...(isLong
		? [
				{ contacts: 20_000, words: '20,000 contacts' },
				{ contacts: 24_000, words: '24,000 contacts', leastBytes: 50 * 1024 * 1024 }
			]
		: [])
];

for (const { contacts, words, leastBytes = 0 } of sizes) {
	test(`a first exchange of ${words}, each with ten interactions`, async ({ openDevice }) => {
		if (isLong) test.setTimeout(15 * 60_000);
		// The address from which the people are put in place is none of the app's pages, and names no icon.
		const laptop = await openDevice('Laptop', { allow: [/favicon\.ico/] });
		const phone = await openDevice('Phone');
		if (contacts > 0) {
			const size = { contacts, interactions: contacts * 10, reminders: 0 };
			const { bytes } = await fillAddressBook(laptop.page, size);
			expect(bytes).toBeGreaterThan(leastBytes);
			await expect(lines(laptop.page).first()).toBeVisible({ timeout: 120_000 });
		}
		await pair(laptop, phone, words, { timeout: isLong ? 600_000 : 60_000 });
		await people(phone, 'Zoë');
		await expectUpToDate(phone, 'on');
		await expectUpToDate(laptop, 'Phone');
	});
}

test('notes of 300 kB go to the other device while both are open', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	await pair(laptop, phone, 'one contact');
	await openPerson(phone.page, 'Ana');
	const ana = await openPerson(laptop.page, 'Ana');
	await ana.getByRole('button', { name: 'What you would like to remember about Ana' }).click();
	const sentence = 'She likes long letters and short meetings. ';
	const notes = `${sentence.repeat(Math.ceil(300_000 / sentence.length))}The end.`;
	await ana.getByRole('textbox', { name: 'Notes' }).fill(notes);
	await ana.getByRole('button', { name: 'Done' }).click();
	await saved(laptop.page);
	await expect(pageOf(phone.page, 'Ana').getByText('The end.')).toBeVisible();
	expect((await pageOf(phone.page, 'Ana').innerText()).length).toBeGreaterThan(300_000);
	await expectUpToDate(laptop, 'Phone');
});
