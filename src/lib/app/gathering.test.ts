import { beforeEach, expect, it } from 'vitest';
import type { Touched } from '$lib/doc/doc';
import { Gathering } from './gathering';

let time: number;
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
const much = (id: string): Touched => ({
	...touched(id),
	contacts: new Set(Array.from({ length: 101 }, (_, at) => `${id}${at}`))
});

beforeEach(() => {
	time = 0;
	told = [];
	pausing = null;
	gathering = new Gathering(
		({ contacts }) => void told.push([...contacts]),
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

it('what another device edits by hand is told at once', () => {
	for (const id of ['a', 'b', 'c']) gathering.take(touched(id));
	expect(told).toEqual([['a'], ['b'], ['c']]);
	expect(gathering.isOpen).toBe(false);
});

it('much at once waits for the end of what comes, and is told together', async () => {
	for (const each of [much('a'), touched('b'), much('a')]) {
		gathering.take(each);
		await play(200);
	}
	expect([told.length, gathering.isOpen]).toEqual([0, true]);
	await play(300);
	expect(told.map(({ length }) => length)).toEqual([102]);
	expect(gathering.isOpen).toBe(false);
	gathering.take(touched('c'));
	expect(told.at(-1)).toEqual(['c']);
});

it('what is made here waits for nothing, and takes along what came before it', async () => {
	gathering.take(much('a'));
	gathering.take(touched('own', true));
	expect(told.map(({ length }) => length)).toEqual([102]);
	gathering.take(touched('b'));
	expect(told).toHaveLength(1);
	await play(500);
	expect(told.at(-1)).toEqual(['b']);
});

it('what never ends is told all the same', async () => {
	for (let at = 0; at < 60; at++) {
		gathering.take(much('a'));
		await play(100);
	}
	expect(told).toHaveLength(1);
});
