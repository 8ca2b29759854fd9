import type { ContactId } from './contact';

/** A circle with its default cadence. `name` is empty while it keeps its own translated name. */
export interface Circle {
	readonly id: CircleId;
	readonly name: string;
	/** Days between contacts, ideally, and at most. */
	readonly idealDays: number;
	readonly maxDays: number;
}

/** Fixed ids, so that two devices never make the same circle twice. */
export const circleIds = ['inner', 'close', 'friends', 'acquaintances', 'outer'] as const;
export type CircleId = (typeof circleIds)[number];

/** What all the owner's devices agree on. What concerns one device (theme, language, quiet hours) is not here. */
export interface Settings {
	readonly me: ContactId | '';
	readonly circles: readonly Circle[];
	/** How many people Today proposes at most. */
	readonly todayCount: number;
	/** Kinds that count as contact. */
	readonly countingKinds: readonly string[];
	readonly ownKinds: readonly string[];
	/** Birthdays and important dates ring on their day, and so many days ahead; 0 for on the day alone. */
	readonly datesAhead: number;
	/** When 29 February is celebrated in other years. */
	readonly leapDay: '02-28' | '03-01';
}

/** What changes about one kind; the others are left as they are, whatever another device or tap does to them. */
export interface KindPatch {
	/** Whether it counts as contact. */
	readonly counts?: boolean;
	/** Whether it is one of the owner's own. */
	readonly own?: boolean;
}

export const defaultSettings: Settings = {
	me: '',
	circles: [
		{ id: 'inner', name: '', idealDays: 14, maxDays: 28 },
		{ id: 'close', name: '', idealDays: 30, maxDays: 60 },
		{ id: 'friends', name: '', idealDays: 90, maxDays: 180 },
		{ id: 'acquaintances', name: '', idealDays: 180, maxDays: 365 },
		{ id: 'outer', name: '', idealDays: 365, maxDays: 730 }
	],
	todayCount: 3,
	countingKinds: ['met', 'meal', 'call', 'video', 'message', 'mail', 'letter', 'event'],
	ownKinds: [],
	datesAhead: 0,
	leapDay: '02-28'
};
