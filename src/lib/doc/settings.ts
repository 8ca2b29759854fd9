/** Settings: registers in a root of their own by fixed keys; what was never set has the default. */
import { circleIds, defaultSettings, type Circle, type Settings } from '$lib/domain/settings';
import { countOf, isRecord, oneOf, ownOf, textOf, textsOf } from './plain';
import type { Author } from './register';
import { RowReading, writeFields, type Row } from './row';

const circleField = (id: string) => `circle/${id}`;

function circleOf(defaults: Circle, stored: unknown): Circle {
	if (!isRecord(stored)) return defaults;
	const idealDays = Math.max(1, countOf(ownOf(stored, 'idealDays'), defaults.idealDays));
	return {
		id: defaults.id,
		name: textOf(ownOf(stored, 'name')),
		idealDays,
		maxDays: Math.max(idealDays, countOf(ownOf(stored, 'maxDays'), defaults.maxDays))
	};
}

const leapDays = ['02-28', '03-01'] as const;

const readers: ReadonlyMap<string, (stored: unknown) => unknown> = new Map(
	Object.entries<(stored: unknown) => unknown>({
		me: textOf,
		todayCount: (stored) => countOf(stored, defaultSettings.todayCount),
		countingKinds: (stored) => (Array.isArray(stored) ? textsOf(stored) : defaultSettings.countingKinds),
		ownKinds: textsOf,
		leapDay: (stored) => oneOf(stored, leapDays, defaultSettings.leapDay),
		...Object.fromEntries(
			defaultSettings.circles.map((circle) => [circleField(circle.id), (stored: unknown) => circleOf(circle, stored)])
		)
	})
);

const shown = (field: string, stored: unknown) => readers.get(field)?.(stored);

export function readSettings(root: Row): Settings {
	const reading = new RowReading(root);
	const value = (field: string) => shown(field, reading.value(field));
	return {
		me: value('me'),
		circles: circleIds.map((id) => value(circleField(id))),
		todayCount: value('todayCount'),
		countingKinds: value('countingKinds'),
		ownKinds: value('ownKinds'),
		leapDay: value('leapDay')
	} as Settings;
}

export function editSettings(root: Row, patch: Partial<Settings>, author: Author): void {
	const { circles, ...rest } = patch;
	const values: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(rest)) {
		if (readers.has(field) && value !== undefined) values[field] = shown(field, value);
	}
	for (const circle of circles ?? []) {
		const field = circleField(circle.id);
		if (readers.has(field)) values[field] = shown(field, circle);
	}
	writeFields(root, values, author, shown);
}
