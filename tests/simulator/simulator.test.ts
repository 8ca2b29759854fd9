import { describe, expect, it } from 'vitest';
import { liveThrough } from './history';

const histories = 2_000;
/** Few enough at once that a failing one is soon named. */
const chunk = 250;

describe('any history of two to five devices [S1–S9]', () => {
	for (let first = 1; first <= histories; first += chunk) {
		it(`keeps every rule (seeds ${first} to ${first + chunk - 1})`, async () => {
			for (let seed = first; seed < first + chunk; seed++) {
				const { broken } = await liveThrough(seed);
				expect(broken, `Replay with: npm run simulate -- --histories 1 --seed ${seed}`).toEqual([]);
			}
		});
	}
});

it('a seed is the same history each time', async () => {
	for (const seed of [11, 12, 13, 14]) {
		const steps: string[][] = [[], []];
		const outcomes = [
			await liveThrough(seed, {}, (step) => steps[0]?.push(step)),
			await liveThrough(seed, {}, (step) => steps[1]?.push(step))
		];
		expect(outcomes[1]).toEqual(outcomes[0]);
		expect(steps[1]).toEqual(steps[0]);
		expect(steps[0]?.length).toBeGreaterThan(9);
	}
});

it('histories have in them what they are meant to have', async () => {
	const happened = new Map<string, number>();
	let removed = 0;
	let unacknowledged = 0;
	for (let seed = 1; seed <= 60; seed++) {
		const outcome = await liveThrough(seed, {}, (what) => {
			const name = what.replace(/^.* ms\s+/, '').replace(/,.*$/, '');
			happened.set(name, (happened.get(name) ?? 0) + 1);
		});
		removed += outcome.removed;
		unacknowledged += outcome.edits - outcome.acknowledged;
	}
	for (const step of [
		'edit',
		'clear',
		'crash',
		'kill at edit',
		'sleep',
		'partition',
		'remove',
		'point down',
		'full disk',
		'save a file',
		'open a file',
		'meddle',
		'a file is taken',
		'a file is own'
	])
		expect(happened.get(step), step).toBeGreaterThan(0);
	expect(removed).toBeGreaterThan(5);
	expect(unacknowledged).toBeGreaterThan(5);
});
