import { describe, expect, it } from 'vitest';
import { rowWith } from '../../../tests/support/people';
import type { Row } from '$lib/domain/row';
import { KnownNames } from './known-names.svelte';

const person = (id: string, name: string): Row => rowWith({ id, name, nameKeys: [name.toLowerCase()] });
const many = (count: number) => Array.from({ length: count }, (_, index) => person(String(index), `Name${index}`));
const found = (names: KnownNames, key: string) =>
	names
		.but('')
		.named(key)
		?.map(({ id }) => id) ?? [];

describe('the names that are known', () => {
	it('are made in slices, between which the page is free', async () => {
		const names = new KnownNames(() => many(1_000));
		const ready = names.prepare();
		let turns = 0;
		const timer = setInterval(() => turns++);
		await ready;
		clearInterval(timer);
		expect(turns).toBeGreaterThan(0);
		expect(found(names, 'name999')).toEqual(['999']);
	});

	it('follow whoever is added, renamed or removed, at once', async () => {
		const names = new KnownNames(() => [person('ana', 'Ana')]);
		await names.prepare();
		names.patch([person('tom', 'Tom'), person('ana', 'Anna')], []);
		expect([found(names, 'tom'), found(names, 'anna'), found(names, 'ana')]).toEqual([['tom'], ['ana'], []]);
		names.patch([], ['tom']);
		expect(found(names, 'tom')).toEqual([]);
	});

	it('take in what changed while they were being made', async () => {
		const names = new KnownNames(() => many(1_000));
		const ready = names.prepare();
		await Promise.resolve();
		names.patch([person('900', 'Renamed'), person('new', 'New')], ['950']);
		await ready;
		expect([found(names, 'renamed'), found(names, 'new')]).toEqual([['900'], ['new']]);
		expect([found(names, 'name900'), found(names, 'name950')]).toEqual([[], []]);
	});

	it('cost nothing before anyone is looked for', () => {
		const names = new KnownNames(() => {
			throw new Error('Nobody asked');
		});
		names.patch(many(10), []);
		expect(found(names, 'name1')).toEqual([]);
	});
});
