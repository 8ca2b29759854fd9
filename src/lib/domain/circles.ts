import { circleIds, type Circle, type CircleId, type Settings } from './settings';

/** How many people a circle holds well, counting those nearer (Dunbar's layers: 5, 15, 50, 150). */
export const circleCapacities: Readonly<Record<CircleId, number>> = {
	inner: 5,
	close: 15,
	friends: 50,
	acquaintances: 150,
	outer: Infinity
};

export const isCircleId = (text: string): text is CircleId => (circleIds as readonly string[]).includes(text);

/** From the innermost out, whatever order the settings keep. */
export const circlesOf = (settings: Settings): readonly Circle[] =>
	[...settings.circles].sort((a, b) => circleIds.indexOf(a.id) - circleIds.indexOf(b.id));

export const circleOf = (id: string, settings: Settings): Circle | undefined =>
	settings.circles.find((circle) => circle.id === id);

/** 0 for the innermost; one more than the last for no circle. */
export function circleRank(id: string): number {
	return isCircleId(id) ? circleIds.indexOf(id) : circleIds.length;
}
