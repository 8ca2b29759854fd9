import { beforeEach, describe, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { fieldInWords, valueInWords } from './field-words';

beforeEach(() => {
	overwriteGetLocale(() => 'en');
	vi.stubGlobal('navigator', { languages: ['en-GB'] });
});
const nameOf = (id: string) => ({ id7: 'Grace Hopper' })[id];

describe('a field in words', () => {
	it.each([
		['given', 'First name'],
		['emails/e1', 'Email'],
		['notes', 'Notes'],
		['of a newer Kith', 'of a newer Kith'],
		['constructor', 'constructor'],
		['__proto__/x', '__proto__']
	])('%s is %s', (field, words) => {
		expect(fieldInWords(field)).toBe(words);
	});
});

describe('a value in words', () => {
	it.each([
		['given', 'Ana', 'Ana'],
		['birthday', '--04-12', '12 April'],
		['metThrough', 'id7', 'Grace Hopper'],
		['favourite', 'yes', 'yes'],
		['cadence', '14/21', 'about every 2 weeks · at the longest 3 weeks'],
		['cadence', 'never', 'Never suggest'],
		['circle', 'close', 'Close friends'],
		['emails/e1', { label: 'work', value: 'a@example.org' }, 'a@example.org · Work'],
		['tags/t1', { name: 'choir' }, 'choir'],
		['nextTime/n1', { text: 'Her move', done: false }, 'Her move'],
		['nextTime/n1', { text: 'Her move', done: true }, 'Said: Her move'],
		['emails/e1', null, 'nothing'],
		['family', '', 'nothing']
	])('%s of %o is “%s”', (field, value, words) => {
		expect(valueInWords(field, value, nameOf)).toBe(words);
	});
});
