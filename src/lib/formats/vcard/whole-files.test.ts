import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generateVcards } from '../../../../tests/support/generated-vcards';
import { parseVcards, readVcards } from './vcard';

describe('a file as bytes', () => {
	const text = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé Léger\r\nEND:VCARD\r\n';
	const wide = (mark: readonly number[], little: boolean) =>
		Uint8Array.from([...mark, ...[...text].flatMap((c) => (little ? [c.charCodeAt(0), 0] : [0, c.charCodeAt(0)]))]);

	it.each([
		['UTF-8', new TextEncoder().encode(text)],
		['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
		['UTF-16 LE', wide([0xff, 0xfe], true)],
		['UTF-16 BE', wide([0xfe, 0xff], false)],
		['UTF-16 LE without a mark', wide([], true)],
		['Windows-1252', Uint8Array.from(text, (c) => c.charCodeAt(0))]
	])('is read in %s', (_, bytes) => {
		expect(parseVcards(bytes).contacts[0]?.name).toBe('Zoé Léger');
	});

	it('is decoded value by value where each names its charset', () => {
		const bytes = Uint8Array.from(
			'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-2:\xa3ukasz\nNOTE;CHARSET=KOI8-R:\xc4\xc1\nTITLE;CHARSET=X-NONE:Chef\nEND:VCARD',
			(c) => c.charCodeAt(0)
		);
		const { contacts, problems } = parseVcards(bytes);
		expect(contacts[0]?.draft).toMatchObject({ family: 'Łukasz', notes: 'да', title: 'Chef' });
		expect(problems).toEqual([{ line: 5, code: 'unknown-charset', params: { charset: 'X-NONE' } }]);
	});

	it.each(['\n', '\r', '\r\n'])('is read whatever ends its lines (%j)', (end) => {
		expect(parseVcards(text.replaceAll('\r\n', end)).contacts[0]?.name).toBe('Zoé Léger');
	});
});

describe('reading many', () => {
	it('ten thousand generated contacts come whole, one by one, with progress', () => {
		const problems: unknown[] = [];
		const read = [...readVcards(generateVcards(10_000, 1), (problem) => problems.push(problem))];
		expect(read).toHaveLength(10_000);
		expect(problems).toEqual([]);
		expect(read.filter(({ contact }) => !contact.name || !contact.draft.phones)).toEqual([]);
		expect(read.filter(({ progress }, at) => progress < (read[at - 1]?.progress ?? 0))).toEqual([]);
		expect(read.at(-1)?.progress).toBe(1);
	});
});

describe('any bytes', () => {
	const pieces = [
		'BEGIN:VCARD',
		'END:VCARD',
		'AGENT:',
		'VERSION:2.1',
		'N:;;',
		'FN;ENCODING=QUOTED-PRINTABLE:=C3=',
		'PHOTO;BASE64:'
	];
	const more = [
		'\r',
		'\n',
		' ',
		';',
		':',
		'=',
		'"',
		'\\',
		'TEL;',
		'item1.',
		'BDAY:--02-30',
		'NOTE;CHARSET=x:',
		'\u0000',
		'é'
	];

	it('never throw', () => {
		const soup = fc
			.array(fc.constantFrom(...pieces, ...more, '\r\n'), { maxLength: 60 })
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(soup, (text) => void parseVcards(text)),
			{ numRuns: 1000, seed: 1 }
		);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseVcards(bytes)),
			{ numRuns: 500, seed: 2 }
		);
	});
});

describe('a card of names that mean something to the machine', () => {
	const hostile = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'then', 'TYPE'];
	const names = [
		...['IMPP', 'TEL', 'EMAIL', 'ADR', 'X-SOCIALPROFILE', 'X-ABDATE', 'CATEGORIES', 'NOTE', 'N', 'FN', 'ORG', 'UID'],
		...['BDAY', 'PHOTO', 'X-ANDROID-CUSTOM', 'X-ABLabel', 'URL', 'LANG']
	];
	const token = fc.constantFrom(...hostile);
	const property = fc
		.record({
			group: fc.option(token, { nil: '' }),
			name: fc.oneof(fc.constantFrom(...names), token),
			params: fc.array(
				fc.tuple(fc.oneof(fc.constantFrom('TYPE', 'X-SERVICE-TYPE', 'PREF', 'LABEL', 'VALUE'), token), token),
				{ maxLength: 3 }
			),
			value: fc.array(fc.oneof(token, fc.constantFrom(':', ';', ',', '/', ' ', '20200412')), { maxLength: 6 })
		})
		.map(
			({ group, name, params, value }) =>
				`${group && `${group}.`}${name}${params.map(([key, text]) => `;${key}=${text}`).join('')}:${value.join('')}`
		);

	it('is read as text that can be handed to another thread', () => {
		fc.assert(
			fc.property(fc.array(property, { maxLength: 8 }), (lines) => {
				const parsed = parseVcards(['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ana', ...lines, 'END:VCARD'].join('\n'));
				expect(() => structuredClone(parsed)).not.toThrow();
			}),
			{ numRuns: 300, seed: 3, examples: [[['IMPP:constructor:x']], [['TEL;TYPE=__proto__:1']]] }
		);
	});

	it('keeps them as labels and services', () => {
		const card = 'BEGIN:VCARD\nFN:Ana\nIMPP:constructor:x\nTEL;TYPE=__proto__:1\nEND:VCARD';
		expect(parseVcards(card).contacts[0]?.draft).toMatchObject({
			messengers: [{ service: 'constructor', value: 'x' }],
			phones: [{ label: '__proto__', value: '1' }]
		});
	});
});

interface Expected {
	readonly class: string;
	readonly contacts_acceptable: readonly number[];
}

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/files/vcard/', import.meta.url));

it.skipIf(!existsSync(corpus))(
	'real files of other programs give as many contacts as they hold',
	() => {
		const wrong: string[] = [];
		for (const name of readdirSync(corpus, { recursive: true }).map(String)) {
			const file = corpus + name;
			if (name.endsWith('.expected.json') || statSync(file).isDirectory()) continue;
			const expected = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8')) as Expected;
			const { contacts } = parseVcards(readFileSync(file));
			if (expected.class.startsWith('fuzz') || expected.contacts_acceptable.includes(contacts.length)) continue;
			wrong.push(`${name}: ${contacts.length}`);
		}
		expect(wrong).toEqual([]);
	},
	60_000
);
