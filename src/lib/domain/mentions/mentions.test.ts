import { describe, expect, it } from 'vitest';
import { formatMention, mentionsIn, piecesOf, readMention, withNamesOnly } from './mentions';

describe('a mention in a text', () => {
	it('is a link that says the name', () => {
		const written = formatMention('01', 'Grace Hopper');
		expect(written).toBe('[Grace Hopper](kith:contact/01)');
		expect([...piecesOf(`with ${written}.`)]).toEqual(['with ', { id: '01', name: 'Grace Hopper', written }, '.']);
		expect([...mentionsIn(`${written} and ${formatMention('02', 'Tom')}, ${written}`)]).toEqual(['01', '02']);
	});

	it('holds any name', () => {
		for (const name of [
			'Ana [work]',
			'a](kith:contact/02)',
			'Ana\nSilva',
			'C:\\ana',
			'*Ana* `x`',
			'ana@example.org',
			'张伟'
		])
			expect([name, readMention(formatMention('01', name))?.id]).toEqual([name, '01']);
		expect(formatMention('01', ' Ana [work]\n')).toBe('[Ana (work)](kith:contact/01)');
	});

	it.each([
		'[Ana](kith:contact/)',
		'[Ana](kith:contact/../x)',
		'[Ana](kith:contact/01 "title")',
		'[Ana](kith:person/01)',
		'[Ana](KITH:contact/01)',
		'[](kith:contact/01)',
		'[A\\]na](kith:contact/01)',
		`[Ana](kith:contact/${'0'.repeat(65)})`
	])('is nothing else, as %s', (text) => {
		expect([...mentionsIn(text)]).toEqual([]);
		expect(withNamesOnly(text)).toBe(text);
	});

	it('is read as the name where nothing can be a link', () => {
		expect(withNamesOnly('told [Ana](kith:contact/01) and [Tom](kith:contact/02)')).toBe('told Ana and Tom');
	});

	it('is alone only when nothing stands beside it', () => {
		expect(readMention('[Ana](kith:contact/01)')).toMatchObject({ id: '01', name: 'Ana' });
		expect([readMention('[Ana](kith:contact/01)!'), readMention('Ana'), readMention('')]).toEqual([null, null, null]);
	});
});
