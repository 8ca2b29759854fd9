import { describe, expect, it } from 'vitest';
import { KithDocument } from '$lib/doc/doc';
import { writeAfresh } from './afresh';
import { liveTenYears } from './ten-years';

const size = { contacts: 40, interactions: 400, reminders: 0 };
const lived = liveTenYears(size, 100);
const read = (doc: typeof lived) => new KithDocument(doc, 'test', () => 0);

describe('a document that three devices have used', () => {
	it('was written in many sessions and ends at the size asked for', () => {
		expect(lived.store.clients.size).toBeGreaterThan(60);
		expect([...read(lived).contacts.ids()]).toHaveLength(size.contacts);
		const logged = [...read(lived).interactions.all.values()];
		expect(logged.length).toBeGreaterThan(0.95 * size.interactions);
		expect(logged.some(({ note }) => note.includes(', '))).toBe(true);
	});

	it('says the same when written afresh, by one client alone', () => {
		const fresh = writeAfresh(lived);
		expect(fresh.store.clients.size).toBe(1);
		const said = (doc: typeof lived) =>
			[...read(doc).contacts.ids()]
				.map((id) => read(doc).contacts.read(id))
				.map((contact) => `${contact?.given} ${contact?.family} ${contact?.circle} ${contact?.notes}`)
				.sort();
		expect(said(fresh)).toEqual(said(lived));
		expect(read(fresh).interactions.all.size).toBe(read(lived).interactions.all.size);
	});
});
