/** Where a picture stands behind the frame it is cut by, in pixels of the screen from the middle. */
export interface Place {
	readonly x: number;
	readonly y: number;
}

/** A picture as it is shown before any zoom. */
export interface Shown {
	readonly width: number;
	readonly height: number;
}

export const mostZoom = 3;
/** How far a tap of a key moves the picture. */
const stepPx = 10;
const zoomStep = 0.1;

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The nearest place at which the picture fills the whole of its square frame. */
export function placeWithin({ x, y }: Place, { width, height }: Shown, zoom: number): Place {
	const side = Math.min(width, height);
	const [across, down] = [(width * zoom - side) / 2, (height * zoom - side) / 2];
	return { x: between(x, -across, across), y: between(y, -down, down) };
}

/** Zooms about the middle of the frame. */
export function zoomTo(to: number, place: Place, shown: Shown, zoom: number): { place: Place; zoom: number } {
	const zoomed = between(to, 1, mostZoom);
	const grown = zoomed / zoom;
	return { place: placeWithin({ x: place.x * grown, y: place.y * grown }, shown, zoomed), zoom: zoomed };
}

const ways = new Map<string, Place>([
	['ArrowLeft', { x: -stepPx, y: 0 }],
	['ArrowRight', { x: stepPx, y: 0 }],
	['ArrowUp', { x: 0, y: -stepPx }],
	['ArrowDown', { x: 0, y: stepPx }]
]);
const zooms = new Map([
	['+', zoomStep],
	['=', zoomStep],
	['-', -zoomStep]
]);

/** What a key does to the picture: arrows move it, + and - zoom. Null when the key means nothing here. */
export function pressed(key: string, place: Place, shown: Shown, zoom: number): { place: Place; zoom: number } | null {
	const way = ways.get(key);
	if (way) return { place: placeWithin({ x: place.x + way.x, y: place.y + way.y }, shown, zoom), zoom };
	const by = zooms.get(key);
	return by === undefined ? null : zoomTo(zoom + by, place, shown, zoom);
}
