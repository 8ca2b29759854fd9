import { describe, expect, it } from 'vitest';
import { rowWith } from '../../../tests/support/people';
import type { ContactDraft } from '../domain/contact';
import { countStandings, planImport } from './import-plan';

const rows = [
	rowWith({ id: 'ana', name: 'Ana Silva', email: 'ana@example.org', phone: '+351 912 345 678' }),
	rowWith({ id: 'gran', name: 'Grandma' })
];
const imported = (name: string, draft: ContactDraft = {}, group = false) => {
	const [given = '', family = ''] = name.split(' ');
	return { name, draft: { given, family, ...draft }, group };
};
const labelled = (value: string) => [{ label: '', value }];
const standing = (...contacts: readonly ReturnType<typeof imported>[]) =>
	planImport(contacts, rows, new Map([['card-1', 'tom']])).map(({ standing, knownAs }) => [standing, knownAs]);

describe('planning an import', () => {
	it('takes whom nobody is like', () => {
		expect(standing(imported('Zoé Léger', { emails: labelled('zoe@example.org') }))).toEqual([['new', '']]);
	});

	it('knows a card that came once already by its UID, whatever it says now', () => {
		expect(standing(imported('Thomas Hughes', { uid: 'card-1' }))).toEqual([['here', 'tom']]);
	});

	it.each<[string, ContactDraft]>([
		['the same e-mail', { emails: labelled('ANA@example.org') }],
		['the same phone without its country', { phones: labelled('912345678') }]
	])('knows someone of the same name with %s', (_, draft) => {
		expect(standing(imported('ana silva', draft))).toEqual([['here', 'ana']]);
	});

	it('knows someone of the same name when there is nothing to tell them apart', () => {
		expect(standing(imported('Grandma'))).toEqual([['here', 'gran']]);
	});

	it('takes a namesake who is reached otherwise', () => {
		expect(standing(imported('Ana Silva', { emails: labelled('other@example.org') }))).toEqual([['new', '']]);
	});

	it('takes one of two equal cards, and no group', () => {
		const tom = imported('Tom Hughes', { phones: labelled('1') });
		expect(standing(tom, tom, imported('Book club', {}, true))).toEqual([
			['new', ''],
			['twice', ''],
			['group', '']
		]);
	});

	it('takes two namesakes whose cards have each their UID', () => {
		const uids = ['a', 'b'].map((uid) => imported('Tom Hughes', { uid }));
		expect(standing(...uids)).toEqual([
			['new', ''],
			['new', '']
		]);
	});

	it('counts what it would do', () => {
		const planned = planImport([imported('Grandma'), imported('Zoé'), imported('Max')], rows, new Map());
		expect(countStandings(planned)).toEqual({ new: 2, here: 1, twice: 0, group: 0 });
	});
});
