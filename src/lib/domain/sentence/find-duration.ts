import type { FoundValue } from './reading';
import type { Scene } from './scene';

/** "for 40 minutes", « 1h30 », "half an hour": minutes. Not "in 5 minutes" or "2 hours ago", which are dates. */
export function findDuration(scene: Scene): FoundValue<number> | null {
	for (let at = 0; at < scene.tokens.length; at++) {
		const found = lengthAt(scene, at);
		if (!found || scene.is('notDurationAfter', at + found.count)) continue;
		const led = scene.is('durationBefore', at - 1);
		if (!led && (scene.is('notDurationBefore', at - 1) || (found.clock && found.minutes > mostSaidBare))) continue;
		const value = Math.round(found.minutes);
		if (value < 1 || value > 1440) continue;
		return { ...scene.span(led ? at - 1 : at, found.count + (led ? 1 : 0)), value };
	}
	return null;
}

/** « 1h30 » alone is a duration, « 19h30 » a time of day. */
const mostSaidBare = 270;

interface Length {
	readonly minutes: number;
	/** Words. */
	readonly count: number;
	/** Could as well be a time of day: « 20h30 ». */
	readonly clock?: boolean;
}

function lengthAt(scene: Scene, at: number): Length | null {
	const { tokens, words } = scene;
	const spelled = words.durations.at(tokens, at);
	if (spelled) return { minutes: spelled.found, count: spelled.count };
	const joined = /^(\d{1,3})(min|mn|mins|h|hr|hrs)(\d{2})?$/.exec(tokens[at]?.folded ?? '');
	if (joined) {
		const hours = joined[2]?.startsWith('h') ?? false;
		const minutes = Number(joined[1]) * (hours ? 60 : 1) + Number(joined[3] ?? 0);
		return { minutes, count: 1, clock: hours };
	}
	const number = words.numbers.at(tokens, at);
	const digits = /^\d{1,3}$/.test(tokens[at]?.text ?? '') ? Number(tokens[at]?.text) : null;
	const amount = digits ?? number?.found;
	if (amount === undefined) return null;
	const unitAt = at + (digits === null ? (number?.count ?? 1) : 1);
	if (scene.is('minutes', unitAt)) return { minutes: amount, count: unitAt - at + 1 };
	if (!scene.is('hours', unitAt)) return null;
	const more = /^\d{2}$/.test(tokens[unitAt + 1]?.text ?? '') && !scene.parted(unitAt + 1);
	const minutes = amount * 60 + (more ? Number(tokens[unitAt + 1]?.text) : 0);
	return { minutes, count: unitAt - at + (more ? 2 : 1), clock: tokens[unitAt]?.folded === 'h' };
}
