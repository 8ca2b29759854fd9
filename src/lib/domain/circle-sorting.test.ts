import { expect, it } from 'vitest';
import { rowWith } from '../../../tests/support/people';
import { sortingProgress, sortingQueue } from './circle-sorting';
import { defaultSettings } from './settings';

const settings = { ...defaultSettings, me: 'me' };
const rows = [
	rowWith({ id: 'bare', sortKey: 'a' }),
	rowWith({ id: 'full', sortKey: 'z', birthday: '--04-12', phone: '1' }),
	rowWith({ id: 'old', lastContact: '2020-01-01' }),
	rowWith({ id: 'recent', lastContact: '2026-01-01' }),
	rowWith({ id: 'dear', favourite: true }),
	rowWith({ id: 'sorted', circle: 'inner' }),
	rowWith({ id: 'me' }),
	rowWith({ id: 'gone', archived: true }),
	rowWith({ id: 'dead', deceased: true }),
	rowWith({ id: 'never', cadence: 'never' })
];

it('begins with those one most likely knows well', () => {
	expect(sortingQueue(rows, settings).map(({ id }) => id)).toEqual(['dear', 'recent', 'old', 'full', 'bare']);
});

it('tells how far it has come', () => {
	expect(sortingProgress(rows, settings)).toEqual({ sorted: 1, total: 6 });
});
