import { describe, expect, it } from 'vitest';
import type { TrashItem } from '$lib/kith';
import { daysLeft, trashLines } from './trash-lines';

const day = 86_400_000;
const item = (kind: TrashItem['kind'], id: string, deletedAt: number): TrashItem => ({
	kind,
	id,
	label: id,
	deletedAt
});

describe('the trash', () => {
	it('stands by kind, people first, the latest first', () => {
		const [call, ana, tom] = [item('interaction', 'call', 5), item('contact', 'ana', 1), item('contact', 'tom', 2)];
		expect(trashLines([call, ana, tom])).toEqual([
			{ kind: 'contact' },
			{ item: tom },
			{ item: ana },
			{ kind: 'interaction' },
			{ item: call }
		]);
	});

	it('tells how long a thing stays', () => {
		expect(daysLeft(0, day / 2)).toBe(90);
		expect(daysLeft(0, 10 * day)).toBe(80);
		expect(daysLeft(0, 200 * day)).toBe(0);
	});
});
