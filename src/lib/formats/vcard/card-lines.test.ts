import { describe, expect, it } from 'vitest';
import { parseVcards } from './vcard';

const card = (...lines: readonly string[]) =>
	['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana Silva', ...lines, 'END:VCARD'].join('\n');
const kept = (...lines: readonly string[]) =>
	parseVcards(card(...lines)).contacts[0]?.draft.cardLines?.split('\n') ?? [];

describe('what has no field here', () => {
	it.each([
		['RELATED;TYPE=friend:urn:uuid:1'],
		['GEO:46.7,-71.2'],
		['X-CUSTOM;X-A="a;b":one\\, two'],
		['CALURI:https://cal.example/ana'],
		['KEY;ENCODING=b;TYPE=X509:AAECAwQ=']
	])('%s stays as it was', (line) => {
		expect(kept(line)).toEqual([line]);
	});

	it('keeps the label of its group', () => {
		expect(
			kept('item1.X-ABRELATEDNAMES:Rui', 'item1.X-ABLabel:_$!<Spouse>!$_', 'item2.TEL:1', 'item2.X-ABLabel:Boat')
		).toEqual(['item1.X-ABRELATEDNAMES:Rui', 'item1.X-ABLABEL:_$!<Spouse>!$_']);
	});

	it('is plain text, one line each, however it was written', () => {
		expect(kept('X-THING;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:caf=C3=A9=0Atwo')).toEqual(['X-THING:café\\ntwo']);
	});

	it('is also a second value of what can be but one, and a date that is none', () => {
		expect(kept('TITLE:Curator', 'ROLE:Keeper', 'ORG:Museum', 'ORG:Choir', 'BDAY:in spring')).toEqual([
			'ORG:Choir',
			'BDAY:in spring',
			'ROLE:Keeper'
		]);
	});

	it('is also where a photo lies that is not in the file', () => {
		expect(kept('PHOTO;VALUE=uri:https://photos.example/ana.jpg')).toEqual(['PHOTO:https://photos.example/ana.jpg']);
	});

	it('is left out when it is too large, and the rest is kept', () => {
		const { contacts, problems } = parseVcards(card(`LOGO;ENCODING=b:${'A'.repeat(9_000)}`, 'GEO:1,2'));
		expect(contacts[0]?.draft.cardLines).toBe('GEO:1,2');
		expect(problems).toEqual([{ line: 4, code: 'property-too-large', params: { text: 'LOGO' } }]);
	});
});

it('a card of which all has its place leaves nothing beside', () => {
	expect(parseVcards(card('N:Silva;Ana;;;', 'TEL:1', 'REV:2026', 'PRODID:x')).contacts[0]?.draft).not.toHaveProperty(
		'cardLines'
	);
});
