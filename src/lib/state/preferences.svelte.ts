import type { ContactId } from '$lib/domain/contact';
import type { Day } from '$lib/domain/date';
import { Persisted } from './persisted.svelte';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What concerns this device alone, and so stays out of the document. */
export interface PreferenceValues {
	readonly theme: Theme;
	/** Up to this day all dates and reminders have been on screen or were dismissed; empty before the first opening. */
	readonly seenUntil: Day;
	/** True once the owner chose how to start. */
	readonly started: boolean;
	/** Local times `HH:MM` between which nothing rings; both empty for none. */
	readonly quietFrom: string;
	readonly quietTo: string;
	/** The invitation to sort into circles stays hidden until this day. */
	readonly sortHiddenUntil: Day;
	/** True once the browser was asked, unbidden, to keep what is stored: it may ask the owner, which is for once. */
	readonly askedToKeep: boolean;
	/** Whom Today brought up on a day. They are that day's people, whatever becomes of them. */
	readonly reach: Reach;
}

export interface Reach {
	readonly day: Day;
	readonly ids: readonly ContactId[];
}

const defaults: PreferenceValues = {
	theme: 'system',
	seenUntil: '',
	started: false,
	quietFrom: '21:00',
	quietTo: '08:00',
	sortHiddenUntil: '',
	askedToKeep: false,
	reach: { day: '', ids: [] }
};

const isDayOrEmpty = (value: unknown): value is string =>
	typeof value === 'string' && /^(\d{4}-\d{2}-\d{2})?$/.test(value);
const isTimeOrEmpty = (value: unknown): value is string =>
	typeof value === 'string' && /^(([01]\d|2[0-3]):[0-5]\d)?$/.test(value);

function parseReach(stored: unknown): Reach {
	const { day, ids } = (stored ?? {}) as Partial<Record<keyof Reach, unknown>>;
	if (!isDayOrEmpty(day) || !Array.isArray(ids)) return defaults.reach;
	return { day, ids: ids.filter((id): id is string => typeof id === 'string') };
}

/** Each field on its own, so that one damaged value does not take the others with it. */
export function parsePreferences(stored: unknown): PreferenceValues {
	if (typeof stored !== 'object' || stored === null) return defaults;
	const found = stored as Partial<Record<keyof PreferenceValues, unknown>>;
	const { theme, seenUntil, started, quietFrom, quietTo, sortHiddenUntil, askedToKeep, reach } = found;
	return {
		theme: themes.find((known) => known === theme) ?? defaults.theme,
		seenUntil: isDayOrEmpty(seenUntil) ? seenUntil : defaults.seenUntil,
		started: started === true,
		quietFrom: isTimeOrEmpty(quietFrom) ? quietFrom : defaults.quietFrom,
		quietTo: isTimeOrEmpty(quietTo) ? quietTo : defaults.quietTo,
		sortHiddenUntil: isDayOrEmpty(sortHiddenUntil) ? sortHiddenUntil : defaults.sortHiddenUntil,
		askedToKeep: askedToKeep === true,
		reach: parseReach(reach)
	};
}

export const preferencesKey = 'kith:preferences';

export class Preferences {
	readonly #stored: Persisted<PreferenceValues>;

	constructor(stored = new Persisted(preferencesKey, parsePreferences)) {
		this.#stored = stored;
	}

	get current(): PreferenceValues {
		return this.#stored.current;
	}

	set(changes: Partial<PreferenceValues>): void {
		this.#stored.current = { ...this.#stored.current, ...changes };
	}
}

/** One a page: it belongs to the device, not to an opened document. */
export const preferences = new Preferences();
