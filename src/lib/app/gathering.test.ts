import { beforeEach, expect, it } from 'vitest';
import type { Touched } from '$lib/doc/doc';
import { Gathering } from './gathering';

let time: number;
let tookMs: number;
let told: (readonly string[])[];
let wake: (() => void) | null;
let restedMs: number;
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
	tookMs = 100;
	told = [];
	wake = null;
	gathering = new Gathering(
		({ contacts }) => {
			told.push([...contacts]);
			time += tookMs;
		},
		(ms) => {
			restedMs = ms;
			return new Promise((settle) => (wake = settle));
		},
		() => time
	);
});

async function rested(): Promise<void> {
	wake?.();
	await Promise.resolve();
}

it('the first change of another device is told at once, and those right after it together', async () => {
	for (const id of ['a', 'b', 'c', 'b']) gathering.take(touched(id));
	expect(told).toEqual([['a']]);
	expect([gathering.isOpen, restedMs]).toEqual([true, 900]);
	await rested();
	expect(told).toEqual([['a'], ['b', 'c']]);
	await rested();
	expect(told).toHaveLength(2);
	expect(gathering.isOpen).toBe(false);
});

it('what is made here waits for nothing, and takes along what came before it', async () => {
	gathering.take(touched('a'));
	gathering.take(touched('b'));
	gathering.take(touched('own', true));
	gathering.take(touched('c'));
	expect(told).toEqual([['a'], ['b', 'own']]);
	await rested();
	expect(told.at(-1)).toEqual(['c']);
});

it('what is told quickly is never gathered', () => {
	tookMs = 1;
	for (const id of ['a', 'b', 'c']) gathering.take(touched(id));
	expect(told).toEqual([['a'], ['b'], ['c']]);
	expect(gathering.isOpen).toBe(false);
});
