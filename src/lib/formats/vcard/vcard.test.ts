import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseVcards } from './vcard';

const fixtures = new URL('../../../../tests/fixtures/vcard/', import.meta.url);
const parsed = (name: string) => parseVcards(readFileSync(new URL(name, fixtures)));
const card = (...lines: readonly string[]) =>
	parseVcards(['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n'));
const only = (...lines: readonly string[]) => card('FN:Ana Silva', ...lines).contacts[0]?.draft;

describe('an export of an old phone (2.1)', () => {
	const { contacts, problems } = parsed('old-phone-2.1.vcf');

	it('is read without a problem', () => {
		expect(problems).toEqual([]);
		expect(contacts.map(({ name }) => name)).toEqual(['Zoé Léger', 'Jörg Müller']);
	});

	it('gives texts in quoted-printable, over soft line breaks, in whatever charset', () => {
		expect(contacts[0]?.draft.notes).toBe('Aime le thé vert, les randonnées et les vieux films.\nAllergique aux noix.');
		expect(contacts[1]?.draft).toMatchObject({ given: 'Jörg', family: 'Müller', department: 'Vertrieb, Süd' });
	});

	it('gives phones their labels from types without a name', () => {
		expect(contacts[0]?.draft.phones).toEqual([
			{ label: 'mobile', value: '+33 6 12 34 56 78', preferred: true },
			{ label: 'home', value: '01 23 45 67 89' },
			{ label: 'fax', value: '01 23 45 67 00' }
		]);
	});

	it('gives the photo, the messenger and the address', () => {
		expect(contacts[1]?.photo).toMatchObject({ mediaType: 'image/gif' });
		expect(new TextDecoder().decode(contacts[1]?.photo?.bytes.subarray(0, 6))).toBe('GIF89a');
		expect(contacts[1]?.draft.messengers).toEqual([{ label: '', service: 'skype', value: 'joerg.mueller' }]);
		expect(contacts[1]?.draft.addresses).toMatchObject([{ label: 'home', street: 'Am Markt 1', city: 'Ulm' }]);
	});
});

describe('an export of an iPhone (3.0)', () => {
	const { contacts, problems } = parsed('iphone-3.0.vcf');
	const ana = contacts[0]?.draft;

	it('gives every part of the name', () => {
		expect(problems).toEqual([]);
		expect(ana).toMatchObject({
			prefix: 'Dr.',
			given: 'Ana',
			middle: 'Maria',
			family: 'Silva',
			nickname: 'Nana',
			phoneticGiven: 'Ah-nah'
		});
	});

	it('gives labels of the phone, and those someone wrote', () => {
		expect(ana?.emails).toEqual([
			{ label: 'home', value: 'ana@example.org', preferred: true },
			{ label: 'Museum', value: 'ana@museu.example' }
		]);
		expect(ana?.phones?.map(({ label }) => label)).toEqual(['mobile', 'main']);
	});

	it('gives a birthday without the year 1604, and other dates by their labels', () => {
		expect(ana?.birthday).toBe('--04-12');
		expect(ana?.dates).toEqual([
			{ label: 'anniversary', date: '2015-09-05' },
			{ label: 'Moved to Porto', date: '2020-02-01' }
		]);
	});

	it('gives the note whole, its commas and line breaks, and the tags', () => {
		expect(ana?.notes).toBe('Loves lighthouses, old maps; never coffee.\nAsk about the boat.');
		expect(ana?.tags).toEqual([{ name: 'Friends' }, { name: 'Museum' }]);
	});

	it('gives profiles, messengers and an address of two lines', () => {
		expect(ana?.profiles).toMatchObject([{ service: 'instagram', value: 'http://www.instagram.com/ana.silva' }]);
		expect(ana?.messengers).toMatchObject([{ service: 'skype', value: 'ana.silva' }]);
		expect(ana?.addresses).toMatchObject([{ street: 'Rua das Flores 12\n2º Esq.', postcode: '4050-262' }]);
	});

	it('keeps what has no place in Kith yet as it was', () => {
		expect(contacts[0]?.draft.cardLines).toBe('item7.X-ABRELATEDNAMES;TYPE=pref:Rui\nitem7.X-ABLABEL:_$!<Spouse>!$_');
	});

	it('tells a group and a company from people', () => {
		expect(contacts.map(({ group }) => group)).toEqual([false, true, false]);
		expect(contacts[2]).toMatchObject({ name: 'Corner Bakery', draft: { organization: 'Corner Bakery' } });
		expect(contacts[2]?.draft.given).toBeUndefined();
	});
});

describe('an export of Google (3.0)', () => {
	const tom = parsed('google-3.0.vcf').contacts[0]?.draft;

	it('cleans phones of invisible marks', () => {
		expect(tom?.phones).toEqual([{ label: 'mobile', value: '+44 7700 900123' }]);
	});

	it('does not cut a note at a comma', () => {
		expect(tom?.notes).toBe('Met at the climbing wall, then again in Leeds, twice');
	});

	it('takes 29 February of no year', () => {
		expect(tom).toMatchObject({ birthday: '--02-29', websites: [{ value: 'https://tom.example/' }] });
	});
});

describe('a card of the newest kind (4.0)', () => {
	const { contacts, problems } = parsed('standard-4.0.vcf');
	const jan = contacts[0]?.draft;

	it('gives all that has a place', () => {
		expect(problems).toEqual([]);
		expect(jan).toMatchObject({
			given: 'Jan',
			family: 'van der Berg',
			uid: '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
			phones: [{ label: 'mobile', value: '+31-6-1234-5678' }],
			messengers: [{ service: 'xmpp', value: 'jan@chat.example' }],
			birthday: '~1950',
			dates: [{ label: 'anniversary', date: '1975-06-21' }],
			deceased: '2024-01-31',
			language: 'nl',
			pronouns: 'he/him',
			notes: 'Een lange notitie die over twee regels gaat.'
		});
	});

	it('prefers the e-mail of the lowest rank', () => {
		expect(jan?.emails?.find(({ preferred }) => preferred)?.value).toBe('jan@work.example');
	});

	it('keeps the address of a photo without fetching it', () => {
		expect(contacts[0]).toMatchObject({ photo: null, photoUrl: 'https://photos.example/jan.jpg' });
	});
});

describe('a broken file', () => {
	const { contacts, problems } = parsed('broken.vcf');

	it('gives every person in it', () => {
		expect(contacts.map(({ name }) => name)).toEqual([
			'No Version',
			'Never Closed',
			'Next One',
			'Big Boss',
			'Odd Birthday'
		]);
	});

	it('names what was wrong and where', () => {
		expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
			'1 text-outside',
			'6 card-not-closed',
			'16 line-not-read',
			'29 nobody',
			'36 date-not-read',
			'37 photo-not-read'
		]);
	});

	it('keeps a note that was broken without folding, and an assistant out of the list', () => {
		expect(contacts[2]?.draft.notes).toBe('first line\nsecond line without folding');
		expect(contacts[3]?.draft.phones).toEqual([{ label: '', value: '444' }]);
		expect(contacts[3]?.draft.cardLines).toContain('N:Clerk;Small');
	});
});

describe('a name', () => {
	it.each([
		['FN:Ana', 'Ana', ''],
		['FN:Ana Maria Silva', 'Ana Maria', 'Silva'],
		['FN:Silva, Ana', 'Ana', 'Silva'],
		['FN:Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
		['FN:山田太郎', '山田太郎', '']
	])('that comes only as %s has its parts told apart', (line, given, family) => {
		expect(card(line).contacts[0]?.draft).toMatchObject({ given, ...(family ? { family } : {}) });
	});

	it.each([
		['FN:Mum', 'Mum'],
		['FN:Bob Silva', 'Bob'],
		['FN:Robert Silva', ''],
		['FN:Dr. Robert Silva', ''],
		['FN:R. Silva', '']
	])('by which they are called stays (%s)', (line, nickname) => {
		expect(card(line, 'N:Silva;Robert;;;').contacts[0]?.draft.nickname ?? '').toBe(nickname);
	});
});

describe('what is not wanted', () => {
	it('empty numbers and addresses are left out, and equal ones come once', () => {
		expect(only('TEL:', 'EMAIL:', 'ADR:;;;;;;', 'TEL:1', 'TEL:1')).toMatchObject({ phones: [{ value: '1' }] });
		expect(only('TEL:', 'EMAIL:', 'ADR:;;;;;;')).not.toHaveProperty('addresses');
	});

	it('a photo above 5 MB is left out and said', () => {
		const { contacts, problems } = card('FN:Ana', `PHOTO;ENCODING=b:${'A'.repeat(7_000_000)}`);
		expect(contacts[0]).toMatchObject({ name: 'Ana', photo: null });
		expect(problems).toMatchObject([{ code: 'photo-too-large' }]);
	});

	it('a file above 50 MB is refused unread', () => {
		expect(parseVcards(new Uint8Array(50 * 1_048_576 + 1)).problems).toMatchObject([{ code: 'file-too-large' }]);
	});

	it('contacts above the limit are left out and said', () => {
		const many = 'BEGIN:VCARD\nFN:A\nEND:VCARD\n'.repeat(12);
		const { contacts, problems } = parseVcards(many, { contacts: 10, fileMegabytes: 1 });
		expect(contacts).toHaveLength(10);
		expect(problems).toMatchObject([{ code: 'too-many-contacts', params: { max: 10 } }]);
	});

	it('cards nested without end are cut', () => {
		const nested = `${'BEGIN:VCARD\nAGENT:\n'.repeat(10_000)}FN:Deep\n${'END:VCARD\n'.repeat(10_000)}`;
		expect(parseVcards(nested).contacts.length).toBeLessThan(10_001);
	});

	it('a file of another kind is said to hold nobody', () => {
		expect(parseVcards('Name,Phone\nAna,1\n').problems.at(-1)).toEqual({ line: 0, code: 'no-contacts' });
	});
});
