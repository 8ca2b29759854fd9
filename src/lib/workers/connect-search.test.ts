import { describe, expect, it } from 'vitest';
import { contactWith } from '../../../tests/support/people';
import type { SearchEntry } from '$lib/domain/search/entry';
import type { Change } from '$lib/kith';
import { searchOver, type SearchPort } from './connect-search';

function slowPort() {
	const asked: string[] = [];
	const told: string[] = [];
	let answer = () => {};
	const port: SearchPort = {
		open: async () => {},
		query: (text) => {
			asked.push(text);
			return new Promise((resolve) => (answer = () => resolve([])));
		},
		update: async (entries: readonly SearchEntry[]) => void told.push(...entries.map(({ id }) => `update ${id}`)),
		remove: async (ids) => void told.push(...ids.map((id) => `remove ${id}`)),
		refresh: async () => void told.push('refresh'),
		caughtUp: async () => {}
	};
	return { port, asked, told, answer: () => answer() };
}

const change = (pages: readonly string[], removed: readonly string[] = []): Change => ({
	rows: [],
	removed,
	pages,
	timeline: false,
	reminders: null,
	settings: null
});
const readPage = async (id: string) => ({
	contact: contactWith({ id }),
	others: [],
	interactions: [],
	complete: true,
	mentionedIn: { notes: [], interactions: [] }
});

describe('asking while one types', () => {
	it('answers only the last question, and never asks those in between', async () => {
		const { port, asked, answer } = slowPort();
		const search = searchOver(port);
		const [first, second, third] = [search.query('a'), search.query('an'), search.query('ana')];
		answer();
		expect(await first).toBeNull();
		expect(await second).toBeNull();
		answer();
		expect(await third).toEqual([]);
		expect(asked).toEqual(['a', 'ana']);
	});

	it('asks on after a question that failed', async () => {
		const { port } = slowPort();
		const query: SearchPort['query'] = (text) =>
			text === 'a' ? Promise.reject(new Error('broken')) : Promise.resolve([]);
		const search = searchOver({ ...port, query });
		await expect(search.query('a')).rejects.toThrow('broken');
		expect(await search.query('b')).toEqual([]);
	});
});

describe('following commits', () => {
	it('tells who changed and who left', async () => {
		const { port, told } = slowPort();
		await searchOver(port).follow(change(['a', 'b'], ['b']), readPage);
		expect(told).toEqual(['remove b', 'update a']);
	});

	it('tells nothing before the index is open, which would then take its place', async () => {
		const { port, told } = slowPort();
		let open = () => {};
		const search = searchOver({ ...port, open: () => new Promise<void>((resolve) => (open = resolve)) });
		void search.open();
		const following = search.follow(change(['a']), readPage);
		await Promise.resolve();
		expect(told).toEqual([]);
		open();
		await following;
		expect(told).toEqual(['update a']);
	});

	it('leaves an import to the fast store', async () => {
		const { port, told } = slowPort();
		await searchOver(port).follow(change(Array.from({ length: 500 }, (_, at) => `c${at}`)), readPage);
		expect(told).toEqual(['refresh']);
	});

	it('reads all anew when a change could not be read', async () => {
		const { port, told } = slowPort();
		await searchOver(port).follow(change(['a']), () => Promise.reject(new Error('gone')));
		expect(told).toEqual(['refresh']);
	});

	it('does not find who lies in the trash', async () => {
		const { port, told } = slowPort();
		const trashed = async (id: string) => ({ ...(await readPage(id)), contact: contactWith({ id, deletedAt: 1 }) });
		await searchOver(port).follow(change(['a']), trashed);
		expect(told).toEqual([]);
	});
});
