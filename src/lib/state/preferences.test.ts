import { describe, expect, it } from 'vitest';
import { Persisted } from './persisted.svelte';
import { parsePreferences, Preferences } from './preferences.svelte';

function memoryStorage(start: Record<string, string> = {}): Storage {
	const kept = new Map(Object.entries(start));
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	} as unknown as Storage;
}
const open = (storage: Storage | null) => new Preferences(new Persisted('p', parsePreferences, storage));

describe('the device’s preferences', () => {
	it('outlive the page', () => {
		const storage = memoryStorage();
		open(storage).set({ theme: 'dark', seenUntil: '2026-11-23' });
		expect(open(storage).current).toMatchObject({ theme: 'dark', seenUntil: '2026-11-23', started: false });
	});

	it.each([
		'',
		'null',
		'{',
		'[]',
		'"dark"',
		'{"theme":"neon","seenUntil":"yesterday","quietFrom":7,"reach":{"ids":[1]}}'
	])('are the defaults when %s is stored', (text) => {
		expect(open(memoryStorage({ p: text })).current).toEqual(parsePreferences(null));
	});

	it('keep what is sound when one of them is damaged', () => {
		const stored = { theme: 'light', quietFrom: '25:99', reach: { day: '2026-11-23', ids: ['a', 5] } };
		const { current } = open(memoryStorage({ p: JSON.stringify(stored) }));
		expect([current.theme, current.quietFrom, current.reach.ids]).toEqual(['light', '21:00', ['a']]);
	});

	it('last as long as the page where storage is forbidden or full', () => {
		const full = {
			getItem: () => null,
			setItem: () => {
				throw new Error('QuotaExceededError');
			}
		};
		for (const storage of [null, full as unknown as Storage]) {
			const preferences = open(storage);
			preferences.set({ theme: 'dark' });
			expect(preferences.current.theme).toBe('dark');
		}
	});
});
