import { circleCapacities, type CircleSize } from '$lib/domain/circles';
import type { CircleId, Circle } from '$lib/domain/settings';
import * as m from '$lib/paraglide/messages';

const words: Record<CircleId, () => string> = {
	inner: m.circle_inner,
	close: m.circle_close,
	friends: m.circle_friends,
	acquaintances: m.circle_acquaintances,
	outer: m.circle_outer
};

/** The owner's name for a circle, else its translated one. */
export const circleName = (circle: Circle): string => circle.name || words[circle.id]();

/** How many there are, and about how many there is room for, those nearer counted in. */
export function circleSizeInWords(id: CircleId, { people, within }: CircleSize): string {
	const about = circleCapacities[id];
	if (about === Infinity) return m.circle_people({ n: people });
	return people === within ? m.circle_room({ n: people, about }) : m.circle_room_within({ n: within, about });
}

/** The name of the circle with this id; "No circle" for none, and for one this version does not know. */
export function circleNameById(circles: readonly Circle[], id: string): string {
	const circle = circles.find((candidate) => candidate.id === id);
	return circle ? circleName(circle) : m.circle_none();
}
