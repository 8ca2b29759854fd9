import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/domain/row';
import { dropAt } from './drag';
import { Sorting } from './sorting.svelte';

function sit(...ids: readonly string[]) {
	const placed: [string, string][] = [];
	const rows = ids.map((id) => ({ id }) as Row);
	const sorting = new Sorting((id, circle) => placed.push([id, circle]));
	sorting.offer(rows);
	return { placed, sorting };
}

describe('sorting people into circles', () => {
	it('going back takes the last choice back, whichever it was', () => {
		const { sorting, placed } = sit('a', 'b');
		sorting.skip();
		sorting.place('close');
		expect([sorting.done, sorting.skipped]).toEqual([2, 1]);
		sorting.back();
		expect(placed).toEqual([
			['b', 'close'],
			['b', '']
		]);
		sorting.back();
		expect([sorting.current, sorting.skipped, sorting.canGoBack]).toEqual(['a', 0, false]);
	});

	it('who was sorted meanwhile does not come, and nobody changes once one was', () => {
		const { sorting } = sit('a', 'b', 'c');
		sorting.offer([{ id: 'b' }, { id: 'c' }] as Row[]);
		expect([sorting.total, sorting.current]).toEqual([2, 'b']);
		sorting.place('close');
		sorting.offer([{ id: 'c' }] as Row[]);
		expect([sorting.done, sorting.total, sorting.current]).toEqual([1, 2, 'c']);
	});

	it('those skipped come once more when asked for', () => {
		const { sorting } = sit('a', 'b', 'c');
		sorting.skip();
		sorting.place('friends');
		sorting.skip();
		expect(sorting.current).toBeUndefined();
		sorting.again();
		expect([sorting.total, sorting.current]).toEqual([2, 'a']);
	});
});

describe('letting a dragged card go', () => {
	const boxes = [
		{ left: 0, right: 300, top: 400, bottom: 460 },
		{ left: 0, right: 300, top: 460, bottom: 520 }
	] as DOMRect[];

	it('places it on the circle under the finger', () => {
		expect(dropAt(150, 480, 200, boxes)).toEqual({ kind: 'circle', index: 1 });
	});
	it('skips it when it was moved far aside, and puts it back otherwise', () => {
		expect(dropAt(20, 200, -130, boxes)).toEqual({ kind: 'aside' });
		expect(dropAt(140, 200, -20, boxes)).toEqual({ kind: 'nothing' });
	});
});
