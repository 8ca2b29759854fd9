import { describe, expect, it } from 'vitest';
import { GrowingPeopleIndex } from './people-index';
import { acquaintances, personNamed } from './test-reading';

function indexOf(rows = acquaintances) {
	const index = new GrowingPeopleIndex();
	for (const row of rows) index.set(row);
	const named = (key: string) => index.named(key)?.map(({ id }) => id) ?? [];
	const beginning = (key: string) => index.beginning(key, 8).map(({ id }) => id);
	return { index, named, beginning };
}

describe('everyone by name', () => {
	it('finds someone by every way of naming them, whoever is closer first', () => {
		const { index, named, beginning } = indexOf();
		expect([named('grace hopper'), named('grace h'), named('mum')]).toEqual([['grace'], ['grace'], ['mum']]);
		index.set(personNamed('close', { given: 'Tom', family: 'Reed' }, { circle: 'inner' }));
		expect(named('tom')).toEqual(['close', 'tom']);
		expect(beginning('to')).toEqual(['close', 'tom']);
	});

	it('finds who was renamed by the new name only', () => {
		const { index, named, beginning } = indexOf();
		index.set(personNamed('grace', { given: 'Grace', family: 'Murray' }));
		expect([named('grace murray'), named('grace')]).toEqual([['grace'], ['grace']]);
		expect([named('grace hopper'), named('grace h'), beginning('hop')]).toEqual([[], [], []]);
	});

	it('forgets who left, not their namesakes', () => {
		const { index, named, beginning } = indexOf();
		index.delete('tom');
		expect([named('tom'), named('silva'), beginning('tom')]).toEqual([[], ['ana', 'mum'], []]);
		index.delete('nobody');
	});

	it('shows what else changed about someone', () => {
		const { index, named } = indexOf();
		index.set(personNamed('ana', { given: 'Ana', family: 'Silva', nickname: 'Nana' }, { circle: 'inner' }));
		expect(named('silva')[0]).toBe('ana');
	});

	it('can leave one out, who is then not found under a name of others either', () => {
		const { index } = indexOf();
		const others = index.without('tom');
		expect(others.named('tom')).toBeUndefined();
		expect(others.named('silva')?.map(({ id }) => id)).toEqual(['ana', 'mum']);
		expect(others.beginning('', 20)).toHaveLength(acquaintances.length - 1);
		expect(others.beginning('', 3)).toHaveLength(3);
	});
});
