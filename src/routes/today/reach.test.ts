import { describe, expect, it } from 'vitest';
import { Persisted } from '$lib/state/persisted.svelte';
import { parsePreferences, Preferences } from '$lib/state/preferences.svelte';
import { openMemoryLive } from '../../../tests/support/live';
import { PeopleToReach } from './reach.svelte';

const today = '2026-11-23';

async function open(...given: readonly string[]) {
	const live = await openMemoryLive(today);
	const ids = new Map<string, string>();
	for (const [index, name] of given.entries()) {
		const id = await live.kith.addContact({ given: name, circle: 'inner' });
		ids.set(name, id);
		await live.kith.log({
			contactIds: [id],
			kind: 'met',
			// The first was seen longest ago, so comes first.
			when: `2026-0${index + 1}-01`,
			note: '',
			place: '',
			initiator: '',
			direction: '',
			duration: 0
		});
	}
	const reach = new PeopleToReach(live, new Preferences(new Persisted('p', parsePreferences, null)));
	const shown = () => reach.suggestions.map(({ row }) => row.name);
	const putOff = (name: string) => {
		reach.settle();
		return live.kith.editContact(ids.get(name) ?? '', { texts: { snoozedUntil: '2026-12-01' } });
	};
	return { live, reach, shown, putOff };
}

describe('the people to reach today', () => {
	it('are three, and become fewer as one deals with them', async () => {
		const { reach, shown, putOff } = await open('Ana', 'Tom', 'Grace', 'Idris', 'Yuki');
		expect(shown()).toEqual(['Ana', 'Tom', 'Grace']);
		await putOff('Tom');
		expect(shown()).toEqual(['Ana', 'Grace']);
		await putOff('Ana');
		await putOff('Grace');
		expect([shown(), reach.done, reach.hasMore]).toEqual([[], true, true]);
	});

	it('come back when putting them off is undone', async () => {
		const { live, shown, putOff } = await open('Ana', 'Tom', 'Grace', 'Idris');
		await putOff('Ana');
		const ana = live.list.find(({ name }) => name === 'Ana');
		await live.kith.editContact(ana?.id ?? '', { texts: { snoozedUntil: '' } });
		expect(shown()).toEqual(['Ana', 'Tom', 'Grace']);
	});

	it('are joined by one more each time somebody else is asked for', async () => {
		const { reach, shown, putOff } = await open('Ana', 'Tom', 'Grace', 'Idris', 'Yuki');
		for (const name of ['Ana', 'Tom', 'Grace']) await putOff(name);
		reach.more();
		expect(shown()).toEqual(['Idris']);
		await putOff('Idris');
		reach.more();
		expect(shown()).toEqual(['Yuki']);
	});

	it('are chosen anew as long as nobody was dealt with', async () => {
		const { live, shown } = await open('Ana', 'Tom', 'Grace', 'Idris');
		const ana = live.list.find(({ name }) => name === 'Ana');
		await live.kith.editContact(ana?.id ?? '', { texts: { snoozedUntil: '2026-12-01' } });
		expect(shown()).toEqual(['Tom', 'Grace', 'Idris']);
	});
});
