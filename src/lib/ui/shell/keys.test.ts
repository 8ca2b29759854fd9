// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Action } from './actions.svelte';
import { keyOf, watchKeys } from './keys';

class Press extends Event {
	readonly repeat = false;
	readonly isComposing = false;
	constructor(
		readonly key: string,
		readonly ctrlKey = false,
		readonly metaKey = false,
		readonly altKey = false
	) {
		super('keydown', { cancelable: true });
	}
}

let target: EventTarget;
let done: string[];
let stop: () => void;
const action = (id: string, keys: string): Action => ({ id, words: id, keys, group: 'do', run: () => done.push(id) });

beforeEach(() => {
	vi.stubGlobal('KeyboardEvent', Press);
	vi.stubGlobal('Element', class {});
	vi.useFakeTimers();
	target = new EventTarget();
	done = [];
	stop = watchKeys(target, () => [
		action('today', 'g t'),
		action('timeline', 'g l'),
		action('log', 'l'),
		action('palette', 'mod+k')
	]);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const press = (...keys: Press[]) => keys.forEach((key) => target.dispatchEvent(key));

it('one key does what it stands for, two in a row what they stand for together', () => {
	press(new Press('l'), new Press('g'), new Press('l'));
	expect(done).toEqual(['log', 'timeline']);
});

it('a first key that is followed by nothing is forgotten', () => {
	press(new Press('g'));
	vi.advanceTimersByTime(2000);
	press(new Press('l'));
	expect(done).toEqual(['log']);
});

it('Ctrl and Command are one', () => {
	press(new Press('k', true), new Press('K', false, true));
	expect(done).toEqual(['palette', 'palette']);
	expect(keyOf(new Press('?'))).toBe('?');
});

it('nothing happens after the stop', () => {
	stop();
	press(new Press('l'));
	expect(done).toEqual([]);
});
