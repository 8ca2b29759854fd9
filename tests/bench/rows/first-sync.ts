/** What two devices with ten years of people exchange, first all of it and then one edit at a time. */
import type { Page } from '@playwright/test';
import { addressedBy } from '../address-book/addressed';
import { sentence } from '../../e2e/support/verbs';
import { becomeIdle, rest } from '../browser';
import { openBarePair, openDevice, openNewDevice, pairTimed, type BarePair } from '../devices';
import { atMost, median, percentile, reported, type Outcomes } from '../figures';
import { recordConfirm, recordWords } from '../page/probes';
import type { Stage, Stages } from '../stage';
import type { Venue } from '../venue';

const phones = 3;
const edits = 40;
/** Whom they are about. */
const people = 5;
/** Between two edits, as between two round trips. */
const pauseMs = 300;

/**
 * `first-sync`: from the owner's yes until the other device has said that all is durable there, against as many bytes
 * over a bare channel between the same browsers, until the other side has said that it has them.
 * `edit-to-other-device`: from Enter on one until the other shows it, against a round trip over a bare channel.
 */
export async function measureFirstSync(stages: Stages): Promise<Outcomes> {
	const stage = await stages.full();
	const syncs: number[] = [];
	const raws: number[] = [];
	let outcomes: Outcomes = {};
	for (let count = 1; count <= phones; count++) {
		stages.say(`A first exchange with a new device, and as many bytes over a bare channel (${count} of ${phones}) …`);
		const venue = await stage.another();
		const bare = await openBarePair(stage, venue);
		raws.push(await rawTransfer(bare, stage.documentBytes));
		await bare.close();
		syncs.push(await firstSync(stage, venue, count));
		if (count === phones) outcomes = await measureEdits(stages, stage, venue);
		await venue.close();
	}
	stages.say(`  ${syncs.map(Math.round).join(' ')} against ${raws.map(Math.round).join(' ')}`);
	return { 'first-sync': atMost(3, median(syncs), median(raws), 'ms'), ...outcomes };
}

async function rawTransfer({ from, to }: BarePair, bytes: number): Promise<number> {
	await to.evaluate((all) => window.bench.answerMessages(all), bytes);
	return from.evaluate((all) => window.bench.sendRaw(all), bytes);
}

async function firstSync(stage: Stage, venue: Venue, count: number): Promise<number> {
	const laptop = await openDevice('Laptop', stage);
	const phone = await openNewDevice(`Phone ${count}`, venue);
	await becomeIdle(laptop.page);
	await becomeIdle(phone.page);
	const ms = await pairTimed(laptop, phone);
	for (const { page } of [laptop, phone]) await page.close();
	return ms;
}

async function measureEdits(stages: Stages, stage: Stage, venue: Venue): Promise<Outcomes> {
	stages.say('Editing on one device until it is seen on the other, and round trips over a bare channel …');
	const bare = await openBarePair(stage, venue);
	await bare.to.evaluate(() => window.bench.answerMessages(null));
	const trips = await bare.from.evaluate(([count, pause]) => window.bench.roundTrips(count, pause), [
		edits,
		pauseMs
	] as const);
	await bare.close();

	const from = await stage.newAppPage();
	await from.addInitScript(recordConfirm);
	await from.goto(`${stage.server.origin}/`);
	const to = await venue.newAppPage();
	await to.addInitScript(recordWords);
	await to.goto(`${stage.server.origin}/people`);
	await becomeIdle(from);
	await becomeIdle(to);
	const times: number[] = [];
	for (const { name } of addressedBy(stage.draft, people)) {
		await find(to, name);
		for (let edit = 1; edit <= edits / people; edit++)
			times.push(await seenAfter(from, to, `lunch with ${name} about`, `plan ${edit} for the garden`));
	}
	for (const page of [from, to]) await page.close();
	stages.say(`  ${times.map(Math.round).join(' ')}`);
	return { 'edit-to-other-device': reported(percentile(times, 0.95), percentile(trips, 0.95), 'ms') };
}

/** Opens a person's page. */
async function find(page: Page, name: string): Promise<void> {
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog').getByRole('combobox').fill(name);
	await page.getByRole('option', { name }).first().click();
	await page.getByRole('region', { name, exact: true }).waitFor();
}

/** The ms from Enter on one device until the words are on the other's screen. */
async function seenAfter(from: Page, to: Page, beginning: string, words: string): Promise<number> {
	await to.evaluate((text) => (window as unknown as { waitFor(words: string): void }).waitFor(text), words);
	await sentence(from).fill(`${beginning} ${words}`);
	await rest(pauseMs);
	await sentence(from).press('Enter');
	const confirmedAt = await from.evaluate(() => (window as unknown as { confirmedAt: number }).confirmedAt);
	const shown = await to.waitForFunction(
		(text) => (window as unknown as { shownAt: Record<string, number> }).shownAt[text],
		words
	);
	return ((await shown.jsonValue()) ?? NaN) - confirmedAt;
}
