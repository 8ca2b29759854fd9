/** Devices of one owner in the bench, each in a browser of its own, and bare pages between the same browsers. */
import type { Page } from '@playwright/test';
import { sameDigits, showCode, typeCode, type Device } from '../e2e/support/devices';
import { chooseEmpty } from '../e2e/support/verbs';
import { recordFirstExchange } from './page/probes';
import type { Venue } from './venue';

/** The app, open on a device that has been in use. */
export async function openDevice(name: string, { newAppPage, server, context }: Venue): Promise<Device> {
	const page = await newAppPage();
	await page.addInitScript(recordFirstExchange);
	await page.goto(`${server.origin}/`);
	return { name, context, page };
}

/** The app on a device where it was never open. */
export async function openNewDevice(name: string, venue: Venue): Promise<Device> {
	const device = await openDevice(name, venue);
	await chooseEmpty(device.page);
	return device;
}

/** Pairs the two by a typed code; the ms from the owner's yes until both have the same, by the other's receipt. */
export async function pairTimed(host: Device, guest: Device): Promise<number> {
	await typeCode(guest, await showCode(host));
	await sameDigits(host, guest);
	await host.page.getByRole('button', { name: 'Yes, add it' }).click();
	const end = await host.page.waitForFunction(
		() => (window as unknown as { firstExchanges: number[] }).firstExchanges.at(-1),
		null,
		{ timeout: 300_000 }
	);
	const ms = await end.jsonValue();
	if (ms === undefined) throw new Error('The first exchange did not end');
	for (const { page } of [host, guest]) await page.getByRole('button', { name: 'Done' }).click();
	return ms;
}

export interface BarePair {
	readonly from: Page;
	readonly to: Page;
	close(): Promise<void>;
}

/** A bare data channel between the two browsers; the pages and what they hold are closed together. */
export async function openBarePair(one: Venue, other: Venue): Promise<BarePair> {
	const [from, to] = [await one.openBarePage(), await other.openBarePage()];
	const offer = await from.evaluate(() => window.bench.offerRaw());
	const answer = await to.evaluate((description) => window.bench.answerRaw(description), offer);
	await from.evaluate((description) => window.bench.completeRaw(description), answer);
	return {
		from,
		to,
		close: async () => {
			for (const page of [from, to]) await page.close();
		}
	};
}
