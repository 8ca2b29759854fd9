import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKillable, type KillableChromium } from '../../support/killable-chromium';
import { expect, openHarness, test } from '../../support/storage-page';

/** Together 50 kills. A document of some size makes each compaction long enough to be met by one. */
const runs = [
	{ during: 'writes', kills: 25, compactEach: 0, ballast: 0 },
	{ during: 'compaction', kills: 25, compactEach: 2, ballast: 2_000_000 }
];

/** Opens the log where the app has it, in a worker. */
async function open({ page }: KillableChromium, url: string) {
	await openHarness(page, url);
	const { result, ms } = await page.evaluate(() => inWorker.open('kith'));
	expect(result).toBe('ok');
	return { ms, ...(await page.evaluate(() => inWorker.state())) };
}

test('a database that Chromium throws away after a torn write is made anew', async ({ url }) => {
	test.setTimeout(600_000);
	const profile = await mkdtemp(join(tmpdir(), 'kith-torn-'));
	const visit = async (name: string) => {
		const browser = await startKillable(profile);
		try {
			const opened = await open(browser, url);
			await browser.page.evaluate((key) => inWorker.set(key), name);
			expect(await browser.page.evaluate(() => inWorker.settled())).toBe('ok');
			return opened;
		} finally {
			await browser.kill();
		}
	};
	try {
		await visit('first');
		// What is on the disk when the browser dies between the head of a record of its database and its body.
		const databases = join(profile, 'Default/IndexedDB');
		const [database = ''] = await readdir(databases);
		const [written = ''] = (await readdir(join(databases, database))).filter((name) => name.endsWith('.log'));
		await appendFile(join(databases, database, written), Buffer.from([1, 2, 3, 4, 100, 0, 1]));
		expect(await visit('second')).toMatchObject({ keys: ['first'], broughtBack: false });
		expect(await visit('third')).toMatchObject({ keys: ['first', 'second'], broughtBack: true });
		expect(await visit('fourth')).toMatchObject({ keys: ['first', 'second', 'third'], broughtBack: false });
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});

for (const { during, kills, compactEach, ballast } of runs) {
	test(`killed ${kills} times during ${during}, it loses no edit it called durable and opens at once`, async ({
		url
	}) => {
		test.setTimeout(600_000);
		const profile = await mkdtemp(join(tmpdir(), 'kith-killed-'));
		const durable: string[] = [];
		let slowestMs = 0;
		let broughtBack = 0;
		try {
			for (let round = 0; round <= kills; round++) {
				const browser = await startKillable(profile);
				try {
					const opened = await open(browser, url);
					slowestMs = Math.max(slowestMs, opened.ms);
					const kept = new Set(opened.keys);
					expect(durable.filter((key) => !kept.has(key))).toEqual([]);
					expect(opened.quarantined).toBe(0);
					if (opened.broughtBack) broughtBack++;
					if (round === kills) break;
					if (round === 0)
						await browser.page.evaluate((length) => inWorker.set('ballast', 'x'.repeat(length)), ballast);

					const first = new Promise<void>((resolve) => {
						browser.page.on('console', (message) => {
							const told = /^durable (.*)$/.exec(message.text());
							if (!told?.[1]) return;
							durable.push(...(JSON.parse(told[1]) as string[]));
							resolve();
						});
					});
					const editing = browser.page.evaluate(([prefix, each]) => inWorker.editForEver(prefix, each), [
						`round ${round}`,
						compactEach
					] as const);
					editing.catch(() => 'the browser was killed, as it should be');
					await first;
					// From 0 to 100 ms after the first durable edit, evenly over the rounds.
					await new Promise((resolve) => setTimeout(resolve, (round * 37) % 101));
				} finally {
					await browser.kill();
				}
			}
		} finally {
			await rm(profile, { recursive: true, force: true, maxRetries: 5 });
		}
		console.log(
			`${kills} kills during ${during}: ${durable.length} durable edits kept, brought back ${broughtBack} times, slowest opening ${slowestMs.toFixed(0)} ms`
		);
		expect(durable.length).toBeGreaterThan(kills);
		expect(slowestMs).toBeLessThan(5_000);
	});
}
