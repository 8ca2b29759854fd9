import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { openMemoryLive } from '../../../../tests/support/live';
import { draftOf, entryOf, entryAside, labelInWords, listFields, serviceInWords } from './list-fields';

beforeEach(() => overwriteGetLocale(() => 'en'));

describe('a label or a service in words', () => {
	it.each([
		['home', 'Home'],
		['Mobile', 'Mobile'],
		['the boat', 'the boat'],
		['constructor', 'constructor'],
		['__proto__', '__proto__'],
		['toString', 'toString']
	])('%s is “%s”', (label, words) => {
		expect(labelInWords(label)).toBe(words);
	});

	it('is the known name of a service, whatever it is called otherwise', () => {
		expect(['whatsapp', 'Strava', 'constructor', '__proto__'].map(serviceInWords)).toEqual([
			'WhatsApp',
			'Strava',
			'constructor',
			'__proto__'
		]);
		expect(entryAside({ service: 'valueof', label: 'hasOwnProperty' })).toBe('valueof · hasOwnProperty');
	});
});

describe.each(listFields)('an entry of $key as its form gives it', (field) => {
	it('is kept by the document with every part', async () => {
		const { kith } = await openMemoryLive();
		const id = await kith.addContact({ given: 'Ana' });
		const entry = entryOf(field, {
			label: 'home',
			...Object.fromEntries(field.parts.map(({ key }) => [key, key === 'date' ? '2020-04-12' : key]))
		});
		await kith.editContact(id, { lists: { [field.key]: { e1: entry } } });
		const page = await kith.readPage(id);
		expect(page?.contact[field.key]).toEqual([{ id: 'e1', ...entry }]);
		expect(entryOf(field, draftOf(field, page?.contact[field.key][0]))).toEqual(entry);
	});
});
