/** Devices in words: what each has, when it was last there, and why one is no longer listened to. */
import type { DeviceView, FileOutcome, FolderView, MeetingStatus, Offence } from '$lib/devices';
import type { Instant } from '$lib/domain/date';
import { daysBetween } from '$lib/domain/days';
import * as m from '$lib/paraglide/messages';
import { formatBytes } from './bytes';
import { formatDay, formatTime, languageTag } from './dates';

/** A moment that has passed, for a message that selects on `when`. */
interface PastMoment {
	readonly when: 'today' | 'yesterday' | 'week' | 'earlier';
	/** The weekday within a week, the date before that. */
	readonly day: string;
	readonly time: string;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The day of a moment on this device's own calendar. */
function dayOf(instant: Instant): string {
	const date = new Date(instant);
	return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

function pastMoment(instant: Instant, now: Instant): PastMoment {
	const date = new Date(instant);
	const [day, today] = [dayOf(instant), dayOf(now)];
	const time = formatTime(`${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`);
	const days = daysBetween(day, today);
	// Another device's clock may be ahead of this one's.
	if (days <= 0) return { when: 'today', day: '', time };
	if (days === 1) return { when: 'yesterday', day: '', time };
	if (days > 6) return { when: 'earlier', day: formatDay(day, today), time };
	return { when: 'week', day: new Intl.DateTimeFormat(languageTag(), { weekday: 'long' }).format(instant), time };
}

export const deviceName = (name: string): string => name || m.devices_unnamed();

/** "Up to date, 12:03", "14 changes waiting", "Exchanging, 3.4 MB to go". */
export function havingInWords({ having }: Pick<DeviceView, 'having'>, now: Instant): string {
	switch (having.kind) {
		case 'up-to-date':
			return m.devices_up_to_date({ ...pastMoment(having.at, now) });
		case 'waiting':
			return m.devices_waiting({ n: having.changes });
		case 'exchanging':
			return having.bytes > 0 ? m.devices_exchanging_left({ size: formatBytes(having.bytes) }) : m.devices_exchanging();
		case 'unknown':
			return m.devices_unknown();
	}
}

/** "Connected", "Last seen Tuesday". */
export function presenceInWords({ link, seenAt }: Pick<DeviceView, 'link' | 'seenAt'>, now: Instant): string {
	if (link === 'connected') return m.devices_connected();
	if (link === 'connecting') return m.devices_connecting();
	return seenAt === null ? m.devices_never_seen() : m.devices_seen({ ...pastMoment(seenAt, now) });
}

export const offenceInWords = (name: string, reason: Offence): string =>
	m.devices_offence({ name: deviceName(name), reason });

export const meetingInWords = (status: MeetingStatus): string => m.devices_meeting_status({ status });

/** How long a code is still good; rounded down, so that nobody counts on a minute that is not there. */
export function timeLeftInWords(expiresAt: Instant, now: Instant): string {
	const minutes = Math.floor((expiresAt - now) / 60_000);
	return minutes < 1 ? m.devices_time_short() : m.devices_time_left({ n: minutes });
}

/** "12 changes of Laptop", "Nothing new from Laptop", or why nothing was taken. */
export function fileOutcomeInWords(outcome: FileOutcome, now: Instant): string {
	const name = deviceName(outcome.device);
	switch (outcome.kind) {
		case 'taken':
			return outcome.changes > 0
				? m.devices_files_taken({ n: outcome.changes, name })
				: m.devices_files_nothing({ name });
		case 'held':
			return m.devices_files_held({ name });
		case 'gap':
			return outcome.after === null
				? m.devices_files_gap({ name })
				: m.devices_files_gap_after({ name, ...pastMoment(outcome.after, now) });
		case 'refused':
			return m.devices_files_refused({ word: outcome.word, name });
	}
}

export function folderInWords({ name, status, at }: Omit<FolderView, 'handle'>, now: Instant): string {
	return status === 'ready' && at !== null
		? m.devices_folder_ready({ name, ...pastMoment(at, now) })
		: m.devices_folder_status({ name, status });
}
