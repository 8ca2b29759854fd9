import type { Row } from './row';
import { circleIds, type Circle, type CircleId, type Settings } from './settings';

/** How many people a circle holds well, counting those nearer (Dunbar's layers: 5, 15, 50, 150). */
export const circleCapacities: Readonly<Record<CircleId, number>> = {
	inner: 5,
	close: 15,
	friends: 50,
	acquaintances: 150,
	outer: Infinity
};

/** Who is in a circle, and in it or nearer. */
export interface CircleSize {
	readonly people: number;
	readonly within: number;
}

/** The archived and those who died take no room. */
export function circleSizes(rows: Iterable<Row>): Readonly<Record<CircleId, CircleSize>> {
	const counts = new Map<string, number>();
	for (const { circle, archived, deceased } of rows)
		if (!archived && !deceased) counts.set(circle, (counts.get(circle) ?? 0) + 1);
	let within = 0;
	const sizes = circleIds.map((id) => {
		const people = counts.get(id) ?? 0;
		within += people;
		return [id, { people, within }] as const;
	});
	return Object.fromEntries(sizes) as Readonly<Record<CircleId, CircleSize>>;
}

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
