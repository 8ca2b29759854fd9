import { expect } from '@playwright/test';
import { formatLink, parseLink } from '../../../src/lib/sync/pairing/link';
import { test } from '../support/device-test';
import {
	beginAdding,
	beginJoining,
	codeOn,
	expectPeople,
	join,
	joinDialog,
	pair,
	people,
	sameDigits,
	showCode,
	showLink,
	typeCode,
	type Device
} from '../support/devices';

/** What a device is told that did not come in: in words, and with nobody of the other's people on it. */
async function expectRefused(guest: Device, words: string): Promise<void> {
	await expect(guest.page.getByRole('heading', { name: 'It did not work this time' })).toBeVisible({ timeout: 40_000 });
	await expect(guest.page.getByText(words)).toBeVisible();
	await guest.page.getByRole('button', { name: 'Close' }).last().click();
	await expect(guest.page.getByRole('dialog')).toHaveCount(0);
	await expectPeople(guest);
}

/** The same link as it would be read a while after its time. */
async function outdated(link: string): Promise<string> {
	const read = await parseLink(link);
	if (read.kind === 'refused') throw new Error('The app showed a link that is none');
	return formatLink(link, { ...read.invitation, expiresAt: Date.now() - 60_000 });
}

test('a code that is none, or nobody’s, lets nobody in', async ({ openDevice }) => {
	const phone = await openDevice('Phone');
	await typeCode(phone, '7K3Q X9TB');
	await expect(phone.page.getByText('This is not a whole code')).toBeVisible();
	await joinDialog(phone).getByLabel('Code from your other device').fill('7K3Q X9TB 2MWD 4HPN');
	await joinDialog(phone).getByRole('button', { name: 'Join', exact: true }).click();
	await expectRefused(phone, 'Your other device fell silent.');
});

test('a no of the owner’s is told on both, and nothing was handed over', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	await typeCode(phone, await showCode(laptop));
	await sameDigits(laptop, phone);
	await laptop.page.getByRole('button', { name: 'No', exact: true }).click();
	await expect(laptop.page.getByText('You said no, so nothing was shared.')).toBeVisible();
	await expectRefused(phone, 'Your other device said no.');
});

test('a screen that is closed lets nobody in any more', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	await typeCode(phone, await showCode(laptop));
	await sameDigits(laptop, phone);
	await laptop.page.keyboard.press('Escape');
	await expectRefused(phone, 'The screen on your other device was closed.');
});

test('a code serves once, and a third device is told so', async ({ openDevice }) => {
	const [laptop, phone, stranger] = [
		await openDevice('Laptop'),
		await openDevice('Phone'),
		await openDevice('Stranger')
	];
	await people(laptop, 'Ana');
	const code = await showCode(laptop);
	await typeCode(phone, code);
	await sameDigits(laptop, phone);
	await typeCode(stranger, code);
	await expectRefused(stranger, 'Your other device is just adding another one.');
	await laptop.page.getByRole('button', { name: 'Yes, add it' }).click();
	await expect(phone.page.getByText('Both devices now have one contact.')).toBeVisible();
	await typeCode(stranger, code);
	await expectRefused(stranger, 'This code has served once already.');
});

test('a link is good for five minutes, and says how long still', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await laptop.page.clock.install();
	const link = await showLink(laptop);
	await expect(laptop.page.getByText(/^Good for (5|4) more minutes$/)).toBeVisible();
	await laptop.page.clock.fastForward(4 * 60_000 + 10_000);
	await expect(laptop.page.getByText(/^Good for (one more minute|less than a minute)$/)).toBeVisible();

	// Whoever shows it says so while it can; after that the link itself does.
	await laptop.page.close();
	await phone.page.goto(await outdated(link));
	await join(phone);
	await expectRefused(phone, 'The five minutes of this code are over.');
});

test('a link for a device that is paired already changes nothing', async ({ openDevice }) => {
	const [laptop, phone, other] = [await openDevice('Laptop'), await openDevice('Phone'), await openDevice('Other')];
	await people(laptop, 'Ana');
	await pair(laptop, phone, 'one contact');
	const link = await showLink(other);
	await phone.page.goto(link);
	await expect(phone.page.getByText('This device already keeps in step with others.')).toBeVisible();
});

test('without leave for the camera the code is offered', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	const dialog = await beginJoining(phone);
	await dialog.getByRole('button', { name: 'Scan instead' }).click();
	await expect(dialog.getByText(/Take the code instead|take the code instead/)).toBeVisible();
	await expect(dialog.getByLabel('Code from your other device')).toBeFocused();
	await beginAdding(laptop, 'Scan');
	await laptop.page.getByRole('button', { name: 'Then scan its answer' }).click();
	await expect(laptop.page.getByText(/ake the code instead/)).toBeVisible();
	await laptop.page.getByRole('radio', { name: 'Type' }).check();
	expect(await codeOn(laptop)).toMatch(/^(\w{4}[ -]?){4}$/);
});
