import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/domain/row';
import { NameChoice } from './name-choice.svelte';

const people = ['Ana', 'Anatole', 'Andrea'].map((name) => ({ id: name, name }) as Row);

function press(choice: NameChoice, key: string, shiftKey = false) {
	let taken = false;
	const event = { key, shiftKey, isComposing: false, preventDefault: () => (taken = true), stopPropagation() {} };
	const chosen = choice.press(event as unknown as KeyboardEvent);
	return { chosen: chosen?.name ?? null, taken };
}

describe('the list of names', () => {
	it('is walked with the arrows, around its ends, and chosen from with Enter or Tab', () => {
		const choice = new NameChoice();
		choice.offer(() => people);
		press(choice, 'ArrowUp');
		expect(press(choice, 'Enter')).toEqual({ chosen: 'Andrea', taken: true });
		press(choice, 'ArrowDown');
		press(choice, 'ArrowDown');
		expect(press(choice, 'Tab')).toEqual({ chosen: 'Anatole', taken: true });
	});

	it('leaves keys alone while it offers nothing, and letters always', () => {
		const choice = new NameChoice();
		expect(press(choice, 'Enter')).toEqual({ chosen: null, taken: false });
		choice.offer(() => people);
		expect(press(choice, 'a')).toEqual({ chosen: null, taken: false });
		expect(press(choice, 'Tab', true)).toEqual({ chosen: null, taken: false });
	});

	it('closes with Escape', () => {
		const choice = new NameChoice();
		choice.offer(() => people);
		expect(press(choice, 'Escape')).toEqual({ chosen: null, taken: true });
		expect(choice.isOpen).toBe(false);
	});
});
