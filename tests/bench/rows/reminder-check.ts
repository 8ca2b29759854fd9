/** The service worker's periodic check, which must not load the document, against loading it. */
import type { CDPSession, Page } from '@playwright/test';
import { periodicTag } from '$lib/bell';
import { closeAndRest, rest } from '../browser';
import { atMost, median, type Outcomes } from '../figures';
import { recordChecks } from '../page/probes';
import type { Stage, Stages } from '../stage';
import { loadPlainly } from './start';

const rounds = 3;
const checksARound = 5;
const leastAlarms = 100;

export async function measureReminderCheck(stages: Stages): Promise<Outcomes> {
	const stage = await stages.full();
	stages.say('Checking reminders in the service worker and loading plainly, in turn …');
	const page = await stage.openBarePage();
	const alarms = await page.evaluate(() => window.bench.countAlarms());
	if (alarms < leastAlarms) throw new Error(`The table holds only ${alarms} alarms`);
	const check = await checker(stage, page);
	const checks: number[] = [];
	const loads: number[] = [];
	await check();
	for (let round = 0; round < rounds; round++) {
		loads.push((await loadPlainly(stage)).loadMs);
		for (let count = 0; count < checksARound; count++) checks.push(await check());
	}
	await closeAndRest(page);
	return { 'reminder-check': atMost(0.1, median(checks), median(loads), 'ms') };
}

/** Fires a periodic sync as the browser would and gives the ms until the check had ended. */
async function checker(stage: Stage, page: Page): Promise<() => Promise<number>> {
	const protocol = await stage.context.newCDPSession(page);
	const registrationId = await registrationOf(protocol);
	const [worker] = stage.context.serviceWorkers();
	if (!worker) throw new Error('No service worker');
	await worker.evaluate(recordChecks);
	const done = (): Promise<number[]> => worker.evaluate(() => (self as unknown as { checks: number[] }).checks);
	return async () => {
		const before = (await done()).length;
		await protocol.send('ServiceWorker.dispatchPeriodicSyncEvent', {
			origin: stage.server.origin,
			registrationId,
			tag: periodicTag
		});
		return nextOf(done, before);
	};
}

async function nextOf(done: () => Promise<number[]>, before: number): Promise<number> {
	for (let waited = 0; waited < 200; waited++) {
		const ms = (await done())[before];
		if (ms !== undefined) return ms;
		await rest(50);
	}
	throw new Error('The check did not end');
}

function registrationOf(protocol: CDPSession): Promise<string> {
	return new Promise((settle, fail) => {
		protocol.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const [registration] = registrations;
			if (registration) settle(registration.registrationId);
		});
		protocol.send('ServiceWorker.enable').catch(fail);
	});
}
