import { describe, expect, it } from 'vitest';
import { mostZoom, placeWithin, pressed, zoomTo } from './crop-moves';

const wide = { width: 300, height: 200 };
const middle = { x: 0, y: 0 };

describe('a picture behind its frame', () => {
	it('moves by the arrow keys, the way the arrow points', () => {
		expect(pressed('ArrowRight', middle, wide, 1)).toEqual({ place: { x: 10, y: 0 }, zoom: 1 });
		expect(pressed('ArrowUp', middle, wide, 2)).toEqual({ place: { x: 0, y: -10 }, zoom: 2 });
	});

	it('stops where it would no longer fill the frame', () => {
		expect(pressed('ArrowDown', middle, wide, 1)?.place).toEqual({ x: 0, y: 0 });
		expect(pressed('ArrowLeft', { x: -45, y: 0 }, wide, 1)?.place).toEqual({ x: -50, y: 0 });
		expect(placeWithin({ x: 500, y: -500 }, wide, 2)).toEqual({ x: 200, y: -100 });
	});

	it('zooms by + and -, between once and the most there is', () => {
		expect(pressed('+', middle, wide, 1)?.zoom).toBeCloseTo(1.1);
		expect(pressed('=', middle, wide, 1)?.zoom).toBeCloseTo(1.1);
		expect(pressed('-', middle, wide, 1)?.zoom).toBe(1);
		expect(pressed('+', middle, wide, mostZoom)?.zoom).toBe(mostZoom);
	});

	it('keeps what is in the middle there while it grows, and fills the frame when it shrinks', () => {
		expect(zoomTo(2, { x: 20, y: 0 }, wide, 1).place).toEqual({ x: 40, y: 0 });
		expect(zoomTo(1, { x: 200, y: 100 }, wide, 2).place).toEqual({ x: 50, y: 0 });
	});

	it('leaves other keys to the page', () => {
		expect(pressed('Tab', middle, wide, 1)).toBeNull();
		expect(pressed('constructor', middle, wide, 1)).toBeNull();
	});
});
