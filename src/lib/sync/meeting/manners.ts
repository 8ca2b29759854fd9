/**
 * When a device says hello: at once when there is an occasion, then four times more, ever more rarely, for who was not
 * there yet or did not hear it. So a device that is left alone falls silent, and the one that comes later says hello
 * itself. An owner who opens the app again and again is answered each time: only what comes to `mostHellos` in an hour
 * is no owner's doing and has to wait. What follows unasked is within `mostHellos` in 24 hours.
 */
export interface Manners {
	/** When hellos of the last 24 hours were said; the newest `mostHellos`. */
	readonly said: readonly number[];
	/** How many were said since the last occasion; null when none is under way. */
	readonly step: number | null;
	/** When the next one is due, or null for never. All times are milliseconds since 1970. */
	readonly due: number | null;
}

export const mostHellos = 40;
const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Milliseconds between the hellos that follow an occasion. */
const waits = [30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000];

/** Occasions so close to the last hello, such as opening, being online and being visible, are one. */
const oneOccasion = 5_000;

/** Of a device that never said hello. */
export const quiet: Manners = { said: [], step: null, due: null };

/** Something happened that makes meeting likely: the app was opened, came online, or is looked at again. */
export function onOccasion(manners: Manners, now: number): Manners {
	const said = withinWindow(manners.said, now);
	const last = said.at(-1);
	if (last !== undefined && now - last < oneOccasion && manners.step !== null) return { ...manners, said };
	return { said, step: 0, due: allowedFrom(said, now, hour) };
}

/** A hello was said: call it whenever one is due and was sent. `random` gives numbers from 0 up to 1. */
export function onHello(manners: Manners, now: number, random: () => number): Manners {
	const said = [...withinWindow(manners.said, now), now].slice(-mostHellos);
	const step = manners.step ?? 0;
	const wait = waits[step];
	if (wait === undefined) return { said, step: null, due: null };
	return { said, step: step + 1, due: allowedFrom(said, now + jittered(wait, random), day) };
}

/** The other device was met, so there is nobody to call; or this one is going away. */
export function onMet(manners: Manners): Manners {
	return { said: manners.said, step: null, due: null };
}

/** Up to a quarter more or less. */
const jittered = (ms: number, random: () => number) => Math.round(ms * (0.75 + random() / 2));

/** Without those in the future either, which a clock set back leaves behind: they must not silence a device for years. */
const withinWindow = (said: readonly number[], now: number) => said.filter((at) => at <= now && now - at < day);

/** The first moment from `wanted` on at which one more hello is within the number that any such time may have. */
function allowedFrom(said: readonly number[], wanted: number, time: number): number {
	const oldest = said.at(-mostHellos);
	return oldest === undefined ? wanted : Math.max(wanted, oldest + time);
}
