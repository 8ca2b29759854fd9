/** From a key pressed in the search field to what it found on screen, and how long the page was ever held up. */
import type { Page } from '@playwright/test';
import { typedQueries, type TypedQuery } from '../address-book/queries';
import { becomeIdle, rest } from '../browser';
import { atMost, percentile, type Outcomes } from '../figures';
import { recordSearch, type SearchedKey } from '../page/probes';
import type { Stages } from '../stage';
import { longestTask } from './longest-task';

/** Between two keys, as a quick typist's; longer when what was found is not shown by then. */
const keyMs = 120;
const patienceMs = 3_000;
/** A frame of a screen that shows 60 a second. */
const frameMs = 16;
const rounds = 4;
/** The main thread is watched so often. */
const times = 3;

export async function measureSearch(stages: Stages): Promise<Outcomes> {
	const stage = await stages.full();
	stages.say('Typing searches and scanning plainly, in turn …');
	const queries = typedQueries(stage.draft);
	const bare = await stage.openBarePage();
	await bare.evaluate(() => window.bench.fetchTexts());
	const app = await stage.newAppPage();
	await app.addInitScript(recordSearch);
	await app.goto(`${stage.server.origin}/people`);
	await becomeIdle(app);
	await typeQuery(app, { text: 'anna', finds: null });
	await becomeIdle(app);

	const keys: number[] = [];
	const scans: number[] = [];
	const perRound = Math.ceil(queries.length / rounds);
	for (let start = 0; start < queries.length; start += perRound) {
		const part = queries.slice(start, start + perRound);
		await bare.bringToFront();
		const prefixes = part.flatMap(({ text }) => [...text].map((_, end) => text.slice(0, end + 1)));
		scans.push(...(await bare.evaluate((all) => window.bench.foldedScan(all), prefixes)).ms);
		await app.bringToFront();
		for (const query of part) keys.push(...(await typeQuery(app, query)));
	}
	stages.say('Typing once more, watching the main thread …');
	const blocks: number[] = [];
	for (let time = 0; time < times; time++) blocks.push(await longestTask(app, () => typeAll(app, queries)));
	await app.close();
	await bare.close();
	return {
		search: atMost(0.5, percentile(keys, 0.95), percentile(scans, 0.95), 'ms'),
		// The same is typed each time, and a processor that slows down meanwhile only ever adds to what the app does.
		'search-blocked': atMost(1, Math.min(...blocks), frameMs, 'ms')
	};
}

async function typeAll(page: Page, queries: readonly TypedQuery[]): Promise<void> {
	for (const { text } of queries) {
		await page.keyboard.type(text, { delay: keyMs });
		await page.keyboard.press('Escape');
		await rest(keyMs);
	}
}

/** Types a query into the emptied field; gives the ms to show what each key found, where that differs. */
async function typeQuery(page: Page, { text, finds }: TypedQuery): Promise<number[]> {
	const field = page.getByRole('searchbox', { name: 'Search people' });
	await field.focus();
	const times: number[] = [];
	for (const key of text) {
		await page.keyboard.press(key === ' ' ? 'Space' : key);
		await rest(keyMs);
		const ms = await lastTime(page);
		if (ms !== null) times.push(ms);
	}
	if (finds !== null) await page.locator('a[data-person]', { hasText: finds }).first().waitFor({ timeout: patienceMs });
	await page.keyboard.press('Escape');
	await rest(2 * keyMs);
	return times;
}

/** Null when a key changed nothing of what is shown. */
const lastTime = (page: Page): Promise<number | null> =>
	page.evaluate(() => (window as unknown as { searchedKeys: SearchedKey[] }).searchedKeys.at(-1)?.ms ?? null);
