/**
 * Settings: registers in a root of their own by fixed keys; what was never set has the default. Of the two sets of
 * kinds each member is a register, `counting/<kind>` and `own/<kind>`, over the list that may have been written whole.
 */
import type { OtherValue } from '$lib/domain/contact';
import { circleIds, defaultSettings, type Circle, type KindPatch, type Settings } from '$lib/domain/settings';
import { losersOf } from './losers';
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
		datesAhead: (stored) => countOf(stored, defaultSettings.datesAhead),
		leapDay: (stored) => oneOf(stored, leapDays, defaultSettings.leapDay),
		...Object.fromEntries(
			defaultSettings.circles.map((circle) => [circleField(circle.id), (stored: unknown) => circleOf(circle, stored)])
		)
	})
);

/** Where the members of a set of kinds lie. */
const memberPrefix = { countingKinds: 'counting/', ownKinds: 'own/' } as const;
type KindSet = keyof typeof memberPrefix;
const kindSets = Object.keys(memberPrefix) as readonly KindSet[];

const isMember = (field: string) => kindSets.some((set) => field.startsWith(memberPrefix[set]));
const isField = (field: string) => readers.has(field) || isMember(field);

/** Null for a member that was never set by itself. */
function shown(field: string, stored: unknown): unknown {
	if (isMember(field)) return typeof stored === 'boolean' ? stored : null;
	return readers.get(field)?.(stored);
}

const byField = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

/** The list as it was written whole, without what left it since and with what joined it. */
function readKinds(reading: RowReading, set: KindSet): readonly string[] {
	const whole = reading.value(set);
	const kinds = new Set(Array.isArray(whole) ? textsOf(whole) : defaultSettings[set]);
	const prefix = memberPrefix[set];
	for (const [field, [winner]] of [...reading.registers].sort(byField)) {
		if (!field.startsWith(prefix)) continue;
		const kind = field.slice(prefix.length);
		if (winner?.value === true) kinds.add(kind);
		else if (winner?.value === false) kinds.delete(kind);
	}
	return [...kinds];
}

export function readSettings(root: Row): Settings {
	const reading = new RowReading(root);
	const value = (field: string) => shown(field, reading.value(field));
	return {
		me: value('me'),
		circles: circleIds.map((id) => value(circleField(id))),
		todayCount: value('todayCount'),
		countingKinds: readKinds(reading, 'countingKinds'),
		ownKinds: readKinds(reading, 'ownKinds'),
		datesAhead: value('datesAhead'),
		leapDay: value('leapDay')
	} as Settings;
}

/** Of each set of kinds given whole, what joins and what leaves it. */
function memberChanges(root: Row, patch: Partial<Settings>): Record<string, boolean> {
	const reading = new RowReading(root);
	const changes: Record<string, boolean> = {};
	for (const set of kindSets) {
		const wanted = patch[set];
		if (!Array.isArray(wanted)) continue;
		const present = readKinds(reading, set);
		const field = (kind: string) => memberPrefix[set] + kind;
		for (const kind of textsOf(wanted)) if (!present.includes(kind)) changes[field(kind)] = true;
		for (const kind of present) if (!wanted.includes(kind)) changes[field(kind)] = false;
	}
	return changes;
}

export function editSettings(root: Row, patch: Partial<Settings>, author: Author): void {
	const { circles, ...rest } = patch;
	const values: Record<string, unknown> = memberChanges(root, patch);
	for (const [field, value] of Object.entries(rest)) {
		if (readers.has(field) && value !== undefined) values[field] = shown(field, value);
	}
	for (const circle of circles ?? []) {
		const field = circleField(circle.id);
		if (readers.has(field)) values[field] = shown(field, circle);
	}
	writeFields(root, values, author, shown);
}

export function editKind(root: Row, kind: string, { counts, own }: KindPatch, author: Author): void {
	const values: Record<string, unknown> = {};
	if (counts !== undefined) values[memberPrefix.countingKinds + kind] = counts;
	if (own !== undefined) values[memberPrefix.ownKinds + kind] = own;
	writeFields(root, values, author, shown);
}

const prefix = 'settings/';

/** Sorted by field, each field's latest first, on every device alike. */
export function readSettingsOthers(root: Row): readonly OtherValue[] {
	return [...new RowReading(root).registers]
		.filter(([field]) => isField(field))
		.sort(byField)
		.flatMap(([field, slots]) => losersOf(prefix + field, slots, (stored) => shown(field, stored)));
}

/** Makes one of a disputed setting's values the only one; false when there is no such setting. */
export function pickSetting(root: Row, path: string, value: unknown, author: Author): boolean {
	const field = path.slice(prefix.length);
	if (!isField(field)) return false;
	writeFields(root, { [field]: shown(field, value) }, author, shown);
	return true;
}
