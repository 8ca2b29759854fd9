import { expect, it, vi } from 'vitest';
import { openTestKith } from '$lib/app/test-kith';
import { keepStorage } from './keep-storage';
import { Live } from './live.svelte';
import { Persisted } from './persisted.svelte';
import { parsePreferences, Preferences } from './preferences.svelte';

it('the browser is asked once, when the first own person is kept', async () => {
	const { kith } = await openTestKith();
	const live = new Live(kith, { readPage: async () => null, readTimeline: async () => null }, '2026-11-23');
	const preferences = new Preferences(new Persisted('test', parsePreferences, null));
	const ask = vi.fn(async () => true);
	const look = () => keepStorage(live, preferences, ask);
	look();
	await live.open(null);
	look();
	await kith.addContact({ given: 'Made up', origin: 'sample' });
	look();
	expect(ask).not.toHaveBeenCalled();
	await kith.addContact({ given: 'Ana' });
	look();
	await kith.addContact({ given: 'Tom' });
	look();
	expect(ask).toHaveBeenCalledTimes(1);
});
