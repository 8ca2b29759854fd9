/** What a first visit fetches before Today is usable, and what the service worker then keeps for offline use. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFolder } from '../../../src/meeting-point/project.js';
import { becomeIdle, closeAndRest, until } from '../browser';
import { atMost, type Outcomes } from '../figures';
import { recordUsable } from '../page/probes';
import type { Stage, Stages } from '../stage';

const visits = 3;

export async function measureFirstLoad(stages: Stages): Promise<Outcomes> {
	const stage = await stages.fresh();
	stages.say('Loading Today for the first time, three times …');
	await visit(stage);
	const sizes: number[] = [];
	for (let count = 0; count < visits; count++) {
		await forget(stage);
		sizes.push(await visit(stage, (largest) => stages.say(`  ${largest}`)));
	}
	return {
		'first-load': atMost(1, Math.max(...sizes) / 1000, 110, 'kB'),
		precache: atMost(1, (await precached(stage)) / 1e6, 1.5, 'MB')
	};
}

/** The gzipped bytes of all scripts and styles asked for, by whatever thread, until Today is usable. */
async function visit({ newAppPage, server }: Stage, tell: (largest: string) => void = () => {}): Promise<number> {
	const before = server.requests.length;
	const page = await newAppPage();
	await page.addInitScript(recordUsable);
	await page.goto(`${server.origin}/`);
	await page.waitForFunction(() => 'usableAt' in window);
	const usableAt = await page.evaluate(() => (window as unknown as { usableAt: number }).usableAt);
	await becomeIdle(page);
	await closeAndRest(page);
	const asked = server.requests.slice(before).filter(({ at }) => at <= usableAt);
	const code = [...new Set(asked.map(({ path }) => path))].filter((path) => /\.(js|css)$/.test(path));
	const sized = code.map((path) => ({
		path,
		size: gzipSync(readFileSync(join(buildFolder, path)), { level: 9 }).length
	}));
	tell(largestOf(sized));
	return sized.reduce((sum, { size }) => sum + size, 0);
}

const largestOf = (files: readonly { path: string; size: number }[]) =>
	[...files]
		.sort((a, b) => b.size - a.size)
		.slice(0, 8)
		.map(({ path, size }) => `${path.replace(/.*\//, '')} ${(size / 1000).toFixed(1)}`)
		.join(', ');

/** As if this browser had never fetched the app; what it stored of the owner's stays. */
async function forget({ openBarePage, context }: Stage): Promise<void> {
	const page = await openBarePage();
	await page.evaluate(async () => {
		for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
		for (const name of await caches.keys()) await caches.delete(name);
	});
	const protocol = await context.newCDPSession(page);
	await protocol.send('Network.clearBrowserCache');
	await closeAndRest(page);
}

/** Bytes that the service worker has cached once it is active. */
async function precached({ newAppPage, openBarePage, server }: Stage): Promise<number> {
	const app = await newAppPage();
	await app.goto(`${server.origin}/`);
	await until('the service worker is active', 60_000, () =>
		app.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated')
	);
	const bare = await openBarePage();
	const size = await bare.evaluate(() => window.bench.sizeOfCaches());
	await bare.close();
	await app.close();
	return size;
}
