/** Reads what someone typed about a meeting: "yesterday: lunch with Grace and Tom about her new job". */
import type { Day } from '../date';
import type { InteractionDraft } from '../interaction';
import { findDate } from './find-date';
import { findDirection } from './find-direction';
import { findDuration } from './find-duration';
import { findHeadEnd } from './find-head';
import { findKind } from './find-kind';
import { findPeople } from './find-people';
import { findPlace } from './find-place';
import type { SentenceLanguage } from './language';
import { noteOf } from './note';
import type { PeopleIndex } from './people-index';
import type { SentenceReading } from './reading';
import { Scene } from './scene';
import { tokensOf } from './tokens';

export interface SentenceContext {
	readonly people: PeopleIndex;
	readonly language: SentenceLanguage;
	readonly ownKinds: readonly string[];
	readonly today: Day;
	/** Now, local `HH:MM`; without it "an hour ago" is today. */
	readonly time?: string;
}

/** Only so much of a text is read for people and dates; the rest of a pasted page is note. */
const mostRead = 1000;

/** Never throws; spans lie within the text. */
export function readSentence(text: string, context: SentenceContext): SentenceReading {
	const { language, people, ownKinds, today, time = '' } = context;
	const read = text.length > mostRead ? text.slice(0, Math.max(text.lastIndexOf(' ', mostRead), mostRead / 2)) : text;
	const unread = text.slice(read.length).trim();
	const scene = new Scene(read, tokensOf(read), language.words, people);
	const duration = findDuration(scene);
	if (duration) scene.take('duration', duration);
	const dates = language.dates.parse(read, today, time);
	scene.headEnd = findHeadEnd(scene, dates);
	const when = findDate(scene, dates);
	if (when) scene.take('date', when);
	const place = findPlace(scene);
	if (place) scene.take('place', place);
	const kind = findKind(scene, ownKinds);
	if (kind) scene.take('kind', kind);
	if (kind?.also) scene.take('kind', kind.also);
	const found = findPeople(scene);
	return {
		when,
		kind: kind && { from: kind.from, to: kind.to, value: kind.value },
		people: found.people,
		unknown: found.unknown,
		place,
		duration,
		...findDirection(scene, kind),
		note: [noteOf(scene, kind, found.loose), unread].filter(Boolean).join(' ')
	};
}

/** What Enter confirms: what was not said is today, and seeing each other. */
export function draftOf(reading: SentenceReading, today: Day): InteractionDraft {
	return {
		contactIds: reading.people.map(({ contactId }) => contactId),
		kind: reading.kind?.value ?? 'met',
		when: reading.when?.value ?? today,
		note: reading.note,
		place: reading.place?.value ?? '',
		initiator: reading.initiator,
		direction: reading.direction,
		duration: reading.duration?.value ?? 0
	};
}
