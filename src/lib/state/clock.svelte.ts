import type { Day } from '$lib/domain/date';

const two = (n: number) => String(n).padStart(2, '0');

/** The calendar day at this moment where the device is. */
export function formatDay(moment: Date): Day {
	return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Local time of day, `HH:MM`. */
export function formatTime(moment: Date): string {
	return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** Tells each new day: at midnight, and when a page that slept through it wakes up. Returns its stop. */
export function watchDay(changed: (day: Day) => void, now: () => Date = () => new Date()): () => void {
	let day = formatDay(now());
	const check = () => {
		const present = formatDay(now());
		if (present !== day) changed((day = present));
	};
	const timer = setInterval(check, 30_000);
	document.addEventListener('visibilitychange', check);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', check);
	};
}
