import { beforeEach, expect, it } from 'vitest';
import type { Touched } from '$lib/doc/doc';
import { Gathering } from './gathering';

let time: number;
let tookMs: number;
let told: (readonly string[])[];
let pausing: { readonly until: number; readonly settle: () => void } | null;
let gathering: Gathering;

const touched = (id: string, isOwn = false): Touched => ({
	contacts: new Set([id]),
	interactions: [],
	reminders: new Set(),
	settings: false,
	isOwn
});

beforeEach(() => {
	time = 0;
	tookMs = 20;
	told = [];
	pausing = null;
	gathering = new Gathering(
		({ contacts }) => {
			told.push([...contacts]);
			time += tookMs;
		},
		(ms) => new Promise((settle) => (pausing = { until: time + ms, settle })),
		() => time
	);
});

async function play(ms: number): Promise<void> {
	for (const end = time + ms; time < end;) {
		time = Math.min(end, Math.max(time, pausing?.until ?? end));
		if (!pausing || pausing.until > time) continue;
		pausing.settle();
		pausing = null;
		await new Promise(setImmediate);
	}
}

it('the first change of another device is told at once, and those right after it together', async () => {
	for (const id of ['a', 'b', 'c', 'b']) gathering.take(touched(id));
	expect(told).toEqual([['a']]);
	await play(179);
	expect([told.length, gathering.isOpen]).toEqual([1, true]);
	await play(1);
	expect(told).toEqual([['a'], ['b', 'c']]);
	await play(180);
	expect([told.length, gathering.isOpen]).toEqual([2, false]);
});

it('what is made here waits for nothing, and takes along what came before it', async () => {
	gathering.take(touched('a'));
	gathering.take(touched('b'));
	gathering.take(touched('own', true));
	gathering.take(touched('c'));
	expect(told).toEqual([['a'], ['b', 'own']]);
	await play(180);
	expect(told.at(-1)).toEqual(['c']);
});

it('what is told quickly is never gathered', () => {
	tookMs = 1;
	for (const id of ['a', 'b', 'c']) gathering.take(touched(id));
	expect(told).toEqual([['a'], ['b'], ['c']]);
	expect(gathering.isOpen).toBe(false);
});

it('much at once waits for the end of what comes', async () => {
	const much = { ...touched('a'), contacts: new Set(Array.from({ length: 501 }, (_, at) => `m${at}`)) };
	for (const each of [much, touched('b')]) gathering.take(each);
	expect([told.length, gathering.isOpen]).toEqual([0, true]);
	await play(1_000);
	expect(told.map(({ length }) => length)).toEqual([502]);
	gathering.take({ ...much, isOwn: true });
	expect(told).toHaveLength(2);
});

it('where telling takes long, it waits for the end of what comes, but not for ever', async () => {
	tookMs = 100;
	for (let at = 0; at < 20; at++) {
		gathering.take(touched(`a${at}`));
		await play(100);
	}
	expect(told).toEqual([['a0']]);
	await play(400);
	expect(told[1]).toHaveLength(19);
	await play(2_000);
	expect(gathering.isOpen).toBe(false);

	for (let at = 0; at < 65; at++) {
		gathering.take(touched(`b${at}`));
		await play(100);
	}
	expect(told.slice(2).map(({ length }) => length)).toEqual([1, expect.closeTo(52, -1)]);
});
