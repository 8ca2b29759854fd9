import type { KnownKind } from '../interaction';
import type { Repeat } from '../reminder';

export interface Gathering {
	readonly key: string;
	readonly kind: KnownKind;
	/** Days ago; or the latest such day of the year that lies well back. */
	readonly on: number | `${number}-${number}`;
	readonly who: readonly string[];
}

const gathering = (key: string, kind: KnownKind, on: Gathering['on'], who: string): Gathering => ({
	key,
	kind,
	on,
	who: who.split(' ')
});

/** None is more recent than the last contact that `people` tells of those who were there. */
export const gatherings: readonly Gathering[] = [
	gathering('sunday', 'meal', 24, 'claire paul tom grace'),
	gathering('bookclub', 'event', 58, 'camille priya noor arjun'),
	gathering('bridges', 'met', 71, 'daniel nathan camille'),
	gathering('street', 'event', 88, 'odile walter vivienne lucas'),
	gathering('farewell', 'meal', 96, 'ana noor yuki camille daniel'),
	gathering('match', 'event', 103, 'elias emeka ibrahim'),
	gathering('garden', 'met', 118, 'june leila'),
	gathering('quiz', 'event', 131, 'ibrahim priya mateusz'),
	gathering('dinner', 'meal', 147, 'ravi zeynep idris leila noor'),
	gathering('launch', 'event', 169, 'minhanh camille tariq daniel'),
	gathering('puppets', 'event', 186, 'elena grace tom'),
	gathering('newyear', 'meal', '12-31', 'meiling noor idris nathan camille'),
	gathering('snow', 'met', '01-18', 'tom grace amelie idris'),
	gathering('oyster', 'meal', 232, 'chloe ravi'),
	gathering('race', 'event', 255, 'hugo amelie nadia peter oliver'),
	gathering('climbing', 'met', 287, 'mateusz lucas'),
	gathering('seals', 'event', 318, 'sofia camille ingrid june'),
	gathering('jam', 'met', 352, 'claire agnes grace'),
	gathering('concert', 'event', 377, 'yuki ana aoife'),
	gathering('boat', 'met', 421, 'paul tom agnes'),
	gathering('ridge', 'met', 463, 'leila idris sofia'),
	gathering('moving', 'met', 512, 'noor mateusz idris daniel'),
	gathering('mumbirthday', 'event', '05-19', 'claire paul tom grace agnes')
];

export interface PlannedReminder {
	readonly key: string;
	readonly who: string;
	readonly inDays: number;
	readonly time: string;
	readonly leadDays: number;
	readonly repeat: Repeat | null;
}

const planned = (
	key: string,
	who: string,
	inDays: number,
	more: Partial<Pick<PlannedReminder, 'time' | 'leadDays' | 'repeat'>> = {}
): PlannedReminder => ({ key, who, inDays, time: '', leadDays: 0, repeat: null, ...more });

export const plannedReminders: readonly PlannedReminder[] = [
	planned('call-mum', 'claire', 0, { time: '18:30' }),
	planned('gift-tom', 'tom', 9, { leadDays: 9 }),
	planned('june-garden', 'june', 2, { repeat: { every: 1, unit: 'week', from: 'schedule' } }),
	planned('plants', '', 3, { repeat: { every: 10, unit: 'day', from: 'completion' } }),
	planned('pan', 'idris', 5),
	planned('photos', 'paul', 12, { leadDays: 3 }),
	planned('choir', '', 26, { leadDays: 7, repeat: { every: 1, unit: 'year', from: 'schedule' } }),
	planned('tenancy', 'vivienne', 40, { repeat: { every: 6, unit: 'month', from: 'schedule' } })
];
