import { describe, expect, it } from 'vitest';

interface Variants {
	readonly declarations: readonly string[];
	readonly selectors: readonly string[];
	readonly match: Readonly<Record<string, string>>;
}
type Message = string | readonly Variants[];
type Catalog = Readonly<Record<string, Message>>;

const areas = import.meta.glob<Catalog>('./messages/*/*.json', { import: 'default', eager: true });
const sources = import.meta.glob<string>(['../../**/*.{ts,svelte}', '!../../lib/paraglide/**', '!../../**/*.test.ts'], {
	query: '?raw',
	import: 'default',
	eager: true
});

const languages = ['en', 'fr'] as const;
const entriesOf = (language: string) =>
	Object.entries(areas)
		.filter(([path]) => path.endsWith(`/${language}.json`))
		.flatMap(([, catalog]) => Object.entries(catalog));
const catalogs = { en: new Map(entriesOf('en')), fr: new Map(entriesOf('fr')) };

const texts = (message: Message): readonly string[] =>
	typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));

/** What a message must be given: declared inputs and placeholders, less what it works out itself. */
function inputs(message: Message): readonly string[] {
	const declared = typeof message === 'string' ? [] : message.flatMap(({ declarations }) => declarations);
	const names = (kind: string) => declared.flatMap((line) => new RegExp(`^${kind} (\\w+)`).exec(line)?.[1] ?? []);
	const used = texts(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
	const local = names('local');
	return [...new Set([...names('input'), ...used])].filter((name) => !local.includes(name)).sort();
}

/** The keys of a language whose message has a text that is wrong. */
const keysWhere = (language: 'en' | 'fr', wrong: (text: string) => boolean) =>
	[...catalogs[language]].filter(([, message]) => texts(message).some(wrong)).map(([key]) => key);

describe('the message catalogs', () => {
	it('have the same keys in English and French', () => {
		expect([...catalogs.fr.keys()].sort()).toEqual([...catalogs.en.keys()].sort());
	});

	it.each(languages)('name no key twice in %s', (language) => {
		const keys = entriesOf(language).map(([key]) => key);
		expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
	});

	it('need the same inputs in English and French', () => {
		const differing = [...catalogs.en].filter(
			([key, message]) => inputs(message).join() !== inputs(catalogs.fr.get(key) ?? '').join()
		);
		expect(differing.map(([key]) => key)).toEqual([]);
	});

	it.each(languages)('leave nothing empty or with loose spaces in %s', (language) => {
		expect(keysWhere(language, (text) => text === '' || text !== text.trim() || text.includes('  '))).toEqual([]);
	});

	it.each(languages)('have a text for one and for every other number in %s', (language) => {
		const lacking = [...catalogs[language]].filter(
			([, message]) =>
				typeof message !== 'string' &&
				message.some(({ declarations, selectors, match }) => {
					const plurals = declarations.filter((line) => line.endsWith(': plural'));
					const cases = Object.keys(match);
					const complete = cases.includes(selectors.map((selector) => `${selector}=*`).join(', '));
					return !complete || (plurals.length > 0 && !cases.some((name) => name.includes('=one')));
				})
		);
		expect(lacking.map(([key]) => key)).toEqual([]);
	});

	it('hold nothing that no screen says', () => {
		const said = new Set(Object.values(sources).flatMap((text) => text.match(/(?<=\bm\.)\w+/g) ?? []));
		expect([...catalogs.en.keys()].filter((key) => !said.has(key))).toEqual([]);
	});

	it.each(languages)('use the apostrophe and the dots of print in %s', (language) => {
		expect(keysWhere(language, (text) => /\w'\w|\.\.\./.test(text))).toEqual([]);
	});

	it('put a narrow no-break space where French wants one', () => {
		const before = /(^|[^\u202f])([;!?»]|:(?=\s|$))/;
		const after = /«(?!\u202f)/;
		// A run such as "?!" is set as one sign.
		const wrong = (text: string) => before.test(text.replace(/([!?])[!?]+/g, '$1')) || after.test(text);
		expect(keysWhere('fr', wrong)).toEqual([]);
	});
});
