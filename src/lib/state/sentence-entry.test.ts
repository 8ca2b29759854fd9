import { describe, expect, it } from 'vitest';
import { openMemoryLive } from '../../../tests/support/live';
import { Logging } from './logging.svelte';
import { SentenceEntry } from './sentence-entry.svelte';

async function write(text: string, ...people: readonly [given: string, family: string][]) {
	const live = await openMemoryLive('2026-11-23');
	for (const [given, family] of people) await live.kith.addContact({ given, family });
	const logging = new Logging();
	const entry = new SentenceEntry(live, logging, () => '10:00');
	await entry.prepare('en-GB');
	entry.text = text;
	const names = () => entry.people.map(({ name }) => name);
	return { entry, live, logging, names };
}

describe('a sentence being written', () => {
	it('is understood as it stands', async () => {
		const { entry, names } = await write('yesterday: lunch with Grace about boats', ['Grace', 'Okafor']);
		expect(entry.draft).toMatchObject({ when: '2026-11-22', kind: 'meal', note: 'boats' });
		expect(names()).toEqual(['Grace Okafor']);
	});

	it('keeps what was set right by hand while it goes on, and forgets it with the sentence', async () => {
		const { entry } = await write('lunch with Grace', ['Grace', 'Okafor']);
		entry.correct({ kind: 'call', when: '2026-11-01' });
		entry.text += ' about boats';
		expect(entry.draft).toMatchObject({ when: '2026-11-01', kind: 'call', note: 'boats' });
		entry.written(entry.text);
		entry.text = 'lunch with Grace';
		expect(entry.draft).toMatchObject({ when: '2026-11-23', kind: 'meal' });
	});

	it('asks who is meant where several bear the name', async () => {
		const { entry, names } = await write('call with Ana', ['Ana', 'Silva'], ['Ana', 'Torres']);
		const other = entry.ambiguous[0]?.ids[1] ?? '';
		const before = names();
		entry.choose('Ana', other);
		expect(names()).not.toEqual(before);
		expect(entry.ambiguous[0]?.meant).toBe(other);
	});

	it('means whom it was begun from, or who was picked, though others bear the same name', async () => {
		const { entry, live, logging } = await write('', ['Ana', 'Silva'], ['Ana', 'Silva']);
		for (const row of live.list) {
			logging.startWith(row);
			expect(entry.people).toEqual([row]);
			expect(entry.ambiguous[0]?.meant).toBe(row.id);
			entry.text = '';
		}
		entry.text = 'tea with @Ana Silva';
		const likeliest = entry.people;
		const other = live.list.find((row) => !likeliest.includes(row));
		if (other) entry.choose(other.name, other.id);
		expect(entry.people).toEqual([other]);
	});

	it('is not logged without anybody, and takes new names along only when they were chosen', async () => {
		const { entry } = await write('lunch with Zorro Vega');
		expect([entry.read(), entry.newNames]).toEqual([null, [{ name: 'Zorro Vega', chosen: false }]]);
		entry.toggleNew('Zorro Vega');
		expect(entry.read()?.newPeople).toEqual([{ given: 'Zorro', family: 'Vega' }]);
	});

	it('stays, with what was set right, until it was written; what was typed meanwhile stays too', async () => {
		const { entry } = await write('lunch with Grace', ['Grace', 'Okafor']);
		entry.correct({ kind: 'call' });
		expect(entry.read()?.draft.kind).toBe('call');
		expect(entry.read()?.draft.kind).toBe('call');
		entry.text += ' tea with';
		entry.written('lunch with Grace');
		expect([entry.text, entry.draft?.kind]).toEqual(['tea with', 'meal']);
	});

	it('completes a name behind @', async () => {
		const { entry } = await write('lunch with @gra', ['Grace', 'Okafor'], ['Tom', 'Gray']);
		expect(entry.complete(15)?.candidates.map(({ name }) => name)).toContain('Grace Okafor');
		expect(entry.find('Tom').map(({ name }) => name)).toEqual(['Tom Gray']);
	});
});
