import type { Day } from '../date';
import { addDays, addYears, yearOf } from '../days';
import { knownKinds, type InteractionDraft } from '../interaction';
import { compareWhen } from '../when';
import { gatherings, type Gathering } from './occasions';
import { people, type SamplePerson } from './people';
import { Seeded } from './seeded';
import { linesOf, parseBlock, type Line, type SampleTexts } from './texts';

const span = 730;
/** Days between the ordinary contacts that fill the time between what is worth telling; none further out. */
const rhythms: ReadonlyMap<string, number> = new Map([
	['inner', 16],
	['close', 36],
	['friends', 120]
]);
const ordinary = ['message', 'message', 'message', 'call', 'call', 'call', 'met', 'met', 'meal', 'video'] as const;
const isKind = (field: string) => (knownKinds as readonly string[]).includes(field);

const wordless: InteractionDraft = {
	contactIds: [],
	kind: 'met',
	when: '',
	note: '',
	place: '',
	initiator: '',
	direction: '',
	duration: 0
};

interface Told {
	readonly ago: number;
	readonly kind: string;
	readonly note: string;
	readonly place: string;
}

/** The lines of a person's story over the two years, the last one on the day of the last contact. */
function story(person: SamplePerson, lines: readonly Line[], random: Seeded): readonly Told[] {
	const step = (span - person.last) / lines.length;
	return lines.map(({ field, text, place }, at) => {
		const steps = lines.length - 1 - at;
		const jitter = steps === 0 ? 0 : (random.next() - 0.5) * step * 0.6;
		return { ago: person.last + Math.round(steps * step + jitter), kind: field, note: text, place };
	});
}

/** Ordinary days between those of the story; most of them leave no note. */
function betweenTimes(
	person: SamplePerson,
	told: readonly Told[],
	random: Seeded,
	note: (kind: string) => string
): readonly Told[] {
	const rhythm = rhythms.get(person.circle);
	if (!rhythm) return [];
	const found: Told[] = [];
	const pause = () => Math.round(rhythm * (0.55 + random.next() * 0.9));
	for (let ago = person.last + pause(); ago < span; ago += pause()) {
		if (told.some((other) => Math.abs(other.ago - ago) < 3)) continue;
		const kind = ordinary[random.between(0, ordinary.length - 1)] ?? 'message';
		found.push({ ago, kind, note: random.chance(0.3) ? note(kind) : '', place: '' });
	}
	return found;
}

const clock = (hour: number, quarter: number) =>
	`${String(hour).padStart(2, '0')}:${['00', '15', '30', '45'][quarter] ?? '00'}`;

function draftOf(
	{ ago, kind, note, place }: Told,
	contactIds: readonly string[],
	today: Day,
	random: Seeded
): InteractionDraft {
	const day = addDays(today, -ago);
	const hour = kind === 'meal' ? random.between(12, 20) : random.between(9, 21);
	const timed = random.chance(kind === 'call' || kind === 'video' ? 0.5 : 0.25);
	const vague = ago > 450 && random.chance(0.08);
	const written = ['message', 'mail', 'letter', 'call'].includes(kind);
	const spoken = kind === 'call' || kind === 'video';
	return {
		...wordless,
		contactIds,
		kind,
		note,
		place,
		when: vague ? `~${day.slice(0, 7)}` : timed && ago > 0 ? `${day}T${clock(hour, random.between(0, 3))}` : day,
		initiator: random.chance(0.3) ? (random.chance(0.55) ? 'me' : 'them') : '',
		direction: written ? (random.chance(0.5) ? 'in' : 'out') : '',
		duration: spoken && random.chance(0.6) ? random.between(1, 14) * 5 : 0
	};
}

/** Notes of one kind in a shuffled round, so that none comes again before all have. */
function smallTalkOf(texts: SampleTexts, random: Seeded): (kind: string) => string {
	const rounds = new Map<string, string[]>();
	return (kind) => {
		let round = rounds.get(kind);
		if (!round?.length) rounds.set(kind, (round = [...random.shuffled(linesOf(texts.smallTalk[kind] ?? ''))]));
		return round.pop() ?? '';
	};
}

/** Well back, so that it is not the last contact of those who were there. */
const wellBack = 100;

function gatheredOn({ on }: Gathering, today: Day): Day {
	if (typeof on === 'number') return addDays(today, -on);
	const latest = addDays(today, -wellBack);
	const thisYear = `${String(yearOf(latest)).padStart(4, '0')}-${on}`;
	return thisYear <= latest ? thisYear : addYears(thisYear, -1);
}

/** Two years of interactions, newest first. @param ids the contact's reference by key */
export function timelineOf(
	texts: SampleTexts,
	today: Day,
	ids: ReadonlyMap<string, string>
): readonly InteractionDraft[] {
	const drafts: InteractionDraft[] = [];
	const random = new Seeded(20_260_401);
	const note = smallTalkOf(texts, random);
	for (const person of people) {
		const lines = parseBlock(texts.people[person.key] ?? '').filter(({ field }) => isKind(field));
		const told = story(person, lines, random);
		const contactIds = [ids.get(person.key) ?? ''];
		for (const one of [...told, ...betweenTimes(person, told, random, note)])
			drafts.push(draftOf(one, contactIds, today, random));
	}
	const together = new Map(parseBlock(texts.together).map((line) => [line.field, line]));
	for (const gathering of gatherings) {
		const { text = '', place = '' } = together.get(gathering.key) ?? {};
		const contactIds = gathering.who.map((key) => ids.get(key) ?? '');
		drafts.push({
			...wordless,
			contactIds,
			kind: gathering.kind,
			when: gatheredOn(gathering, today),
			note: text,
			place
		});
	}
	return drafts.sort((a, b) => compareWhen(b.when, a.when));
}
