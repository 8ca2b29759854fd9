/** What two devices wrote differently, in words: of a contact, a moment, a reminder or the settings. */
import type { InteractionDraft } from '$lib/domain/interaction';
import type { ContactId } from '$lib/domain/contact';
import type { Day } from '$lib/domain/date';
import type { Reminder, Repeat } from '$lib/domain/reminder';
import type { Circle, Settings } from '$lib/domain/settings';
import { circleName, circleNameById } from '$lib/i18n/circles';
import { formatDay, formatDuration, formatGap, formatTime } from '$lib/i18n/dates';
import { draftInWords } from '$lib/i18n/drafts';
import { kindInWords } from '$lib/i18n/kinds';
import { repeatInWords } from '$lib/i18n/reminders';
import * as m from '$lib/paraglide/messages';
import { fieldInWords, valueInWords } from '../people/person/field-words';

/** What the words need to know beside the field and its values. */
export interface Known {
	readonly nameOf: (id: ContactId) => string | undefined;
	readonly reminders: readonly Reminder[];
	readonly settings: Settings;
	readonly today: Day;
}

export interface Worded {
	readonly what: string;
	readonly valueInWords: (value: unknown) => string;
}

const isSaid = (value: unknown) => value !== null && value !== undefined && value !== '' && value !== 0;
const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const line = (parts: readonly string[]) => parts.filter(Boolean).join(' · ');

function momentInWords(value: unknown, { nameOf, today }: Known): string {
	const draft = value as InteractionDraft;
	const people = draft.contactIds.flatMap((id) => nameOf(id) ?? []).map((name) => ({ name }));
	return line([
		draftInWords(draft, people, today),
		draft.place,
		draft.duration ? formatDuration(draft.duration) : '',
		draft.note
	]);
}

type InWords = (value: unknown, known: Known) => string;

const repeatWords = (repeat: Repeat) =>
	line([
		repeatInWords(repeat),
		repeat.from === 'completion' ? m.today_reminder_from_completion() : m.today_reminder_from_schedule()
	]);

const reminderParts: ReadonlyMap<string, readonly [label: () => string, inWords: InWords]> = new Map<
	string,
	readonly [label: () => string, inWords: InWords]
>([
	['title', [m.today_reminder_title, textOf]],
	['contactId', [m.today_reminder_person, (value, { nameOf }) => nameOf(textOf(value)) ?? m.value_none()]],
	['due', [m.today_reminder_due, (value, { today }) => formatDay(textOf(value), today)]],
	['time', [m.today_reminder_time, (value) => formatTime(textOf(value))]],
	['leadDays', [m.today_reminder_lead, textOf]],
	['repeat', [m.today_reminder_repeat, (value) => repeatWords(value as Repeat)]],
	[
		'done',
		[
			m.others_reminder_done,
			(value, { today }) => m.others_reminder_done_on({ day: formatDay((value as readonly [Day, Day])[1], today) })
		]
	],
	['snoozedUntil', [m.others_reminder_later, (value, { today }) => formatDay(textOf(value), today)]]
]);

function wordReminder(path: string, { reminders }: Known): readonly [string, InWords] {
	const [id, key = ''] = path.split('/');
	const part = reminderParts.get(key);
	const title = reminders.find((reminder) => reminder.id === id)?.title ?? '';
	return [m.others_reminder({ title, part: part?.[0]() ?? key }), part?.[1] ?? textOf];
}

const yesOrNo: InWords = (value) => (value === true ? m.value_yes() : m.value_no());

function circleInWords(value: unknown): string {
	const circle = value as Circle;
	const { idealDays, maxDays } = circle;
	return m.others_circle_gaps({
		name: circleName(circle),
		ideal: formatGap(idealDays),
		max: formatGap(maxDays)
	});
}

function wordSetting(field: string, { settings }: Known): readonly [string, InWords] {
	const at = field.indexOf('/');
	const of = field.slice(at + 1);
	switch (at < 0 ? field : field.slice(0, at)) {
		case 'me':
			return [m.others_me(), (value, { nameOf }) => nameOf(textOf(value)) ?? m.value_none()];
		case 'todayCount':
			return [m.settings_today_count(), textOf];
		case 'datesAhead':
			return [m.settings_ahead(), textOf];
		case 'leapDay':
			return [m.settings_leap(), (value) => (value === '03-01' ? m.settings_leap_0301() : m.settings_leap_0228())];
		case 'circle':
			return [m.others_circle({ name: circleNameById(settings.circles, of) }), circleInWords];
		case 'counting':
			return [m.others_kind_counts({ kind: kindInWords(of) }), yesOrNo];
		case 'own':
			return [m.others_kind_own({ kind: of }), yesOrNo];
		default:
			return [field, textOf];
	}
}

export function wordOther(field: string, known: Known): Worded {
	const at = field.indexOf('/');
	const rest = field.slice(at + 1);
	const words = (what: string, inWords: InWords): Worded => ({
		what,
		valueInWords: (value) => (isSaid(value) ? inWords(value, known) : m.value_none())
	});
	switch (field.slice(0, at)) {
		case 'interactions':
			return words(m.others_moment(), momentInWords);
		case 'reminders':
			return words(...wordReminder(rest, known));
		case 'settings':
			return words(...wordSetting(rest, known));
		default:
			return words(fieldInWords(field), (value) => valueInWords(field, value, known.nameOf, known.settings.circles));
	}
}
