/** From confirming a sentence to its durable write, against a bare write of as many bytes. */
import type { Page, Worker } from '@playwright/test';
import { addressedBy, type Addressed } from '../address-book/addressed';
import { becomeIdle, rest } from '../browser';
import { atMost, percentile, type Outcomes } from '../figures';
import { recordConfirm, recordDurable } from '../page/probes';
import type { Stages } from '../stage';

const rounds = 4;
const perRound = 10;
/** Between two sentences, as between two puts: both find the browser idle. */
const pauseMs = 300;

export async function measureLog(stages: Stages): Promise<Outcomes> {
	const stage = await stages.full();
	stages.say('Logging sentences and putting bare records, in turn …');
	const app = await stage.newAppPage();
	await app.addInitScript(recordConfirm);
	await app.goto(`${stage.server.origin}/`);
	await becomeIdle(app);
	const worker = await documentWorker(app);
	await worker.evaluate(recordDurable);
	const bare = await stage.openBarePage();

	const people = addressedBy(stage.draft, rounds * perRound + 2);
	const logs: number[] = [];
	const puts: number[] = [];
	for (const person of people.splice(0, 2)) await log(app, worker, person);
	await bare.evaluate(() => window.bench.strictPuts(2, 0));
	for (let round = 0; round < rounds; round++) {
		await app.bringToFront();
		for (const person of people.splice(0, perRound)) logs.push(await log(app, worker, person));
		await bare.bringToFront();
		puts.push(
			...(await bare.evaluate(([count, pause]) => window.bench.strictPuts(count, pause), [perRound, pauseMs] as const))
		);
	}
	await app.close();
	await bare.close();
	return { log: atMost(5, percentile(logs, 0.95), percentile(puts, 0.95), 'ms') };
}

/** The one worker in which updates are written. */
async function documentWorker(page: Page): Promise<Worker> {
	for (const worker of page.workers()) if ((await worker.evaluate(() => self.name)) === 'kith-document') return worker;
	throw new Error(`No document's worker among ${page.workers().length}`);
}

async function log(page: Page, worker: Worker, { name }: Addressed): Promise<number> {
	const field = page.getByRole('textbox', { name: 'What happened?' });
	await field.fill(`yesterday: lunch with ${name} about the new house`);
	await rest(pauseMs);
	const before = await worker.evaluate(() => (self as unknown as { durableAt: number[] }).durableAt.length);
	await field.press('Enter');
	const confirmedAt = await page.evaluate(() => (window as unknown as { confirmedAt: number }).confirmedAt);
	for (let waited = 0; waited < 100; waited++) {
		const durableAt = await worker.evaluate((at) => (self as unknown as { durableAt: number[] }).durableAt[at], before);
		if (durableAt !== undefined) return durableAt - confirmedAt;
		await rest(50);
	}
	throw new Error(`"lunch with ${name}" was not written`);
}
