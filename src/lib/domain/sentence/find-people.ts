import type { Row } from '../row';
import { nameLength } from './find-place';
import type { FoundName, FoundPerson } from './reading';
import type { Role, Scene } from './scene';
import { longestPhrase, phraseKey, possessive } from './tokens';

export interface FoundPeople {
	readonly people: readonly FoundPerson[];
	readonly unknown: readonly FoundName[];
	/** Words that are names and may be cut from the note without harm: "with Grace", not "told Grace that …". */
	readonly loose: ReadonlySet<number>;
}

/** What stands before a name and tells that it is one. */
type Lead = 'mention' | 'with' | 'list' | 'kind' | 'towards' | 'of' | 'none';

const mostOthers = 8;

/** Who was there. Names only talked about ("about Tom's wedding") are left alone. */
export function findPeople(scene: Scene): FoundPeople {
	const people: FoundPerson[] = [];
	const unknown: FoundName[] = [];
	const loose = new Set<number>();
	for (let at = 0; at < scene.tokens.length; at++) {
		if (scene.role(at) && !isHost(scene, at)) continue;
		const lead = leadOf(scene, at);
		if (endsHead(scene, at, lead)) scene.headEnd = at;
		const inHead = at < scene.headEnd;
		if (!inHead && lead !== 'mention' && lead !== 'with' && lead !== 'list') continue;
		const named = longestPhrase(scene.tokens, at, scene.people.longest, (key) => scene.people.named(key));
		const longer = Math.max(nameLength(scene, at), named?.count ?? 0);
		const whole = named && (named.count >= longer || fitsAlone(scene, at + named.count));
		const count = whole ? named.count : longer;
		const cut = () => {
			if (isLoose(scene, at, count, lead, loose)) for (let i = at; i < at + count; i++) loose.add(i);
		};
		const span = scene.span(at, count);
		if (whole && isMeant(scene, at, count, lead)) {
			cut();
			scene.take('person', span);
			people.push(personOf(span, scene.slice(span), named.found));
		} else if (count && isUnknownName(scene, at, count, lead)) {
			cut();
			scene.take('unknown', span);
			unknown.push({ ...span, text: scene.slice(span) });
		} else continue;
		at += count - 1;
	}
	return {
		people: people.filter(({ contactId }, i) => people.findIndex((p) => p.contactId === contactId) === i),
		unknown,
		loose
	};
}

/** A place may be someone's: « chez Tom », "at Tom's". */
const isHost = (scene: Scene, at: number) => scene.role(at) === 'place' && !scene.is('placeBefore', at);

function leadOf(scene: Scene, at: number): Lead {
	if (scene.tokens[at]?.gap.endsWith('@')) return 'mention';
	if (scene.isListed(at)) return 'list';
	let before = at - 1;
	while (scene.is('my', before)) before--;
	if (scene.is('with', before) || scene.is('placeKept', before)) return 'with';
	if (scene.parted(at)) return 'none';
	if (scene.role(before) === 'kind') return 'kind';
	const towards = scene.is('towards', before);
	if (!towards && !scene.is('from', before) && !scene.is('of', before)) return 'none';
	const acts = (['verbs', 'receivings', 'sayings'] as const).some((list) => scene.is(list, before - 1));
	if (acts || scene.role(before - 1) === 'kind') return 'kind';
	return towards ? 'towards' : 'of';
}

/** A clause after a comma: "Grace called, she got the job". */
function endsHead(scene: Scene, at: number, lead: Lead): boolean {
	if (at === 0 || at >= scene.headEnd || lead !== 'none' || !scene.parted(at) || scene.is('with', at)) return false;
	const roles: (Role | undefined)[] = Array.from({ length: at }, (_, i) => scene.role(i));
	return roles.includes('person') || roles.includes('unknown');
}

/** Whether what follows a known first name is no surname: another person, or "Grace Monday". */
function fitsAlone(scene: Scene, next: number): boolean {
	const token = scene.tokens[next];
	return !token || token.folded === possessive || scene.words.vocabulary.has(token.folded);
}

function isMeant(scene: Scene, at: number, count: number, lead: Lead): boolean {
	if (lead === 'mention') return true;
	if (lead === 'of') return false;
	if (isOwnerOfOther(scene, at + count)) return false;
	const token = scene.tokens[at];
	if (!token) return false;
	if (!token.capital) return isMeantInSmall(scene, at, count, lead);
	if (count > 1 || lead !== 'none' || !scene.parted(at)) return true;
	return !scene.is('commonWords', at) || isSubject(scene, at + count);
}

/** Typed without capitals: only where a name is expected, and where it may end. */
function isMeantInSmall(scene: Scene, at: number, count: number, lead: Lead): boolean {
	const token = scene.tokens[at];
	if (!token || (count === 1 && (scene.words.vocabulary.has(token.folded) || token.text.length < 2))) return false;
	const next = at + count;
	const ends =
		scene.parted(next) ||
		scene.role(next) !== undefined ||
		scene.words.vocabulary.has(scene.tokens[next]?.folded ?? '');
	if (lead !== 'none') return ends;
	return scene.parted(at) && !scene.is('commonWords', at) && isSubject(scene, next);
}

/** "Tom's sister" is not Tom; "Tom's party" is his. */
function isOwnerOfOther(scene: Scene, next: number): boolean {
	if (scene.tokens[next]?.folded !== possessive) return false;
	const owned = next + 1;
	if (scene.parted(owned) || scene.role(owned - 1) === 'place') return false;
	const event = [owned, owned + 1].some((i) => scene.role(i) === 'kind' && !scene.parted(i));
	return !event;
}

/** What someone does follows: "May called", "Rose and Tom came", "Mark is moving". */
const isSubject = (scene: Scene, next: number) =>
	(['sendings', 'sayings', 'states'] as const).some((list) => scene.is(list, next)) || isActor(scene, next);

/** What follows is understood without the name: "Tom called", "Tom: …". */
const isActor = (scene: Scene, next: number) =>
	next < scene.tokens.length &&
	(/^\s*[:,]/.test(scene.tokens[next]?.gap ?? '') ||
		scene.role(next) === 'kind' ||
		(['and', 'elidedMe', 'verbs', 'invitations'] as const).some((list) => scene.is(list, next)) ||
		(scene.is('states', next) && scene.is('verbs', next + 1)) ||
		(scene.is('sendings', next) && [1, 2, 3, 4].some((more) => scene.role(next + more) === 'kind')));

function isUnknownName(scene: Scene, at: number, count: number, lead: Lead): boolean {
	const token = scene.tokens[at];
	if (!token?.capital || lead === 'of' || scene.role(at) || isOwnerOfOther(scene, at + count)) return false;
	if (count === 1 && scene.words.vocabulary.has(token.folded)) return false;
	if (lead !== 'none') return lead !== 'towards';
	if (!scene.parted(at)) return false;
	const next = scene.is('states', at + count) ? at + count + 1 : at + count;
	const acts = scene.is('verbs', next) || scene.is('invitations', next) || scene.is('elidedMe', next);
	return acts || (scene.is('and', next) && (scene.tokens[next + 1]?.capital ?? false));
}

function isLoose(scene: Scene, at: number, count: number, lead: Lead, loose: ReadonlySet<number>): boolean {
	if (scene.tokens[at + count]?.folded === possessive && !scene.parted(at + count + 1)) return false;
	if (lead === 'list') return loose.has(scene.is('and', at - 1) ? at - 2 : at - 1);
	if (lead !== 'none') return lead !== 'kind' || !scene.is('of', at - 1) || !isKept(scene, at - 2);
	return scene.parted(at) && (at + count === scene.tokens.length || isActor(scene, at + count));
}

/** "wedding of Ana": an event's words stay in the note, so its people do. */
const isKept = (scene: Scene, at: number) => scene.words.kinds.at(scene.tokens, at)?.found === 'event';

/** Those whose given name or nickname it is come before those whose family name it is. */
function personOf(span: FoundPerson | { from: number; to: number }, text: string, rows: readonly Row[]): FoundPerson {
	const key = phraseKey(text);
	const called = rows.filter(({ shortName }) => phraseKey(shortName) === key);
	const [best, ...others] = called.length ? [...called, ...rows.filter((row) => !called.includes(row))] : rows;
	return {
		from: span.from,
		to: span.to,
		text,
		contactId: best?.id ?? '',
		others: others.slice(0, mostOthers).map(({ id }) => id)
	};
}
