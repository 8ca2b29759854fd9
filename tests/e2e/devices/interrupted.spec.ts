import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startKillable, type KillableChromium } from '../../support/killable-chromium';
import { fillAddressBook } from '../support/address-book';
import { test } from '../support/device-test';
import {
	expectPeople,
	expectUpToDate,
	lineOf,
	openDevices,
	pair,
	people,
	sameDigits,
	showCode,
	typeCode,
	type Device
} from '../support/devices';
import { cutLinkAfter } from '../support/page-rtc';
import { chooseEmpty, lines } from '../support/verbs';

/** All fifty run only when it is asked for: they take minutes. */
const isLong = process.env.KITH_LONG === '1';
const fiftieths = isLong ? Array.from({ length: 50 }, (_, index) => index) : [1, 40];
const size = { contacts: 650, interactions: 6_500, reminders: 0 };
/** The address from which the people are put in place is none of the app's pages, and names no icon. */
const allow = [/favicon\.ico/];

for (const fiftieth of fiftieths) {
	test(`a first exchange whose link is cut after ${fiftieth} fiftieths goes on by itself`, async ({ openDevice }) => {
		const laptop = await openDevice('Laptop', { allow });
		const { packedBytes } = await fillAddressBook(laptop.page, size);
		await expect(lines(laptop.page).first()).toBeVisible();
		const phone = await openDevice('Phone');
		await phone.context.addInitScript(cutLinkAfter, Math.max(1, Math.round((packedBytes * fiftieth) / 50)));
		await phone.page.reload();
		await pair(laptop, phone, '650 contacts', { timeout: 60_000 });
		expect(await phone.page.evaluate(() => 'wasCut' in window)).toBe(true);
		await expectUpToDate(laptop, 'Phone');
		await people(phone, 'Zoë');
		await expectUpToDate(phone, 'on');
	});
}

interface PowerFixtures {
	/** A phone whose machine can lose power and sleep; its disk outlives the browser. */
	openPhone: (path: string) => Promise<{ readonly machine: KillableChromium; readonly phone: Device }>;
}

const powered = test.extend<PowerFixtures>({
	openPhone: async ({ baseURL }, use) => {
		const profile = await mkdtemp(join(tmpdir(), 'kith-interrupted-'));
		const machines: KillableChromium[] = [];
		await use(async (path) => {
			const machine = await startKillable(profile);
			machines.push(machine);
			await machine.page.goto(`${baseURL}${path}`);
			return { machine, phone: { name: 'Phone', context: machine.page.context(), page: machine.page } };
		});
		await machines.at(-1)?.kill();
		await rm(profile, { recursive: true });
	}
});

powered(
	'a device that loses power in the middle of a first exchange has it all once it is on again',
	async ({ openDevice, openPhone }) => {
		const laptop = await openDevice('Laptop', { allow });
		await fillAddressBook(laptop.page, { contacts: 5_000, interactions: 50_000, reminders: 0 });
		await expect(lines(laptop.page).first()).toBeVisible({ timeout: 60_000 });
		const { machine, phone } = await openPhone('/');
		await chooseEmpty(phone.page);
		await typeCode(phone, await showCode(laptop));
		await sameDigits(laptop, phone);
		await laptop.page.getByRole('button', { name: 'Yes, add it' }).click();
		// Killed before this, the phone was none of the owner's devices yet, and is told to begin again.
		await expect(laptop.page.getByText('Exchanging with “Phone”')).toBeVisible();
		await machine.kill();
		await expect(laptop.page.getByText(/^Both devices now have/)).toHaveCount(0);

		const { phone: again } = await openPhone('/people');
		await expect(laptop.page.getByText('Both devices now have 5,000 contacts.')).toBeVisible({ timeout: 90_000 });
		await laptop.page.getByRole('button', { name: 'Done' }).click();
		await expect(lines(again.page).first()).toBeVisible();
		await people(again, 'Zoë');
		await expectUpToDate(laptop, 'Phone');
		await expectUpToDate(again, 'on');
	}
);

powered(
	'a device that sleeps is not called up to date, and catches up when it wakes',
	async ({ openDevice, openPhone }) => {
		const laptop = await openDevice('Laptop');
		const { machine, phone } = await openPhone('/');
		await chooseEmpty(phone.page);
		await people(laptop, 'Ana');
		await pair(laptop, phone, 'one contact');
		machine.sleep();
		await people(laptop, 'Boris');
		await openDevices(laptop);
		await expect(lineOf(laptop, 'Phone').getByText('One change waiting')).toBeVisible();
		await expect(lineOf(laptop, 'Phone').getByText('Connected')).toHaveCount(0);
		await people(laptop, 'Clara');
		await openDevices(laptop);
		await expect(lineOf(laptop, 'Phone').getByText('2 changes waiting')).toBeVisible();
		machine.wake();
		await expectPeople(phone, 'Ana', 'Boris', 'Clara');
		await people(phone, 'David');
		await expectPeople(laptop, 'Ana', 'Boris', 'Clara', 'David');
		await expectUpToDate(laptop, 'Phone');
	}
);
