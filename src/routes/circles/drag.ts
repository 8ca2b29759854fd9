/** A card under the finger: where it is dragged to, and what it would do if let go there. */
export type Drop =
	{ readonly kind: 'circle'; readonly index: number } | { readonly kind: 'aside' } | { readonly kind: 'nothing' };

/** Pixels to the side beyond which letting go means "skip". */
const asideDistance = 96;

/** @param circles the places to drop on, in order, as they stand on the screen. */
export function dropAt(x: number, y: number, dx: number, circles: readonly DOMRect[]): Drop {
	const index = circles.findIndex((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
	if (index >= 0) return { kind: 'circle', index };
	return Math.abs(dx) > asideDistance ? { kind: 'aside' } : { kind: 'nothing' };
}
