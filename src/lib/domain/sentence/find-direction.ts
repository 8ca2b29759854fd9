import type { FoundKind } from './find-kind';
import type { SentenceReading } from './reading';
import type { Scene } from './scene';

type Initiative = Pick<SentenceReading, 'initiator' | 'direction'>;

const oneWay = ['call', 'video', 'message', 'mail', 'letter'];
const unsaid: Initiative = { initiator: '', direction: '' };
const mine: Initiative = { initiator: 'me', direction: 'out' };
const theirs: Initiative = { initiator: 'them', direction: 'in' };

/** Who made it happen: "I called", "she called me", "a letter from Ana", "Tom invited us". */
export function findDirection(scene: Scene, kind: FoundKind | null): Initiative {
	const invited = scene.tokens.findIndex((_, at) => at < scene.headEnd && scene.is('invitations', at));
	const goes = kind !== null && oneWay.includes(kind.value);
	if (!goes) return invited < 0 ? unsaid : { initiator: byWhom(scene, invited, invited + 1).initiator, direction: '' };
	const end = kind.at + kind.count;
	if (scene.is('verbs', kind.at) || scene.words.verbs.at(scene.tokens, kind.at)) return byWhom(scene, kind.at, end);
	const sent = verbBefore(scene, kind.at, 'sendings');
	if (sent >= 0) return byWhom(scene, sent, sent + 1);
	if (scene.is('from', end - 1) || leadsToPerson(scene, end, 'from')) return theirs;
	if (leadsToPerson(scene, end, 'towards')) return mine;
	return unsaid;
}

const isPerson = (scene: Scene, at: number) => scene.role(at) === 'person' || scene.role(at) === 'unknown';

function leadsToPerson(scene: Scene, at: number, list: 'from' | 'towards'): boolean {
	return scene.is(list, at) && (isPerson(scene, at + 1) || (scene.is('my', at + 1) && isPerson(scene, at + 2)));
}

/** Nobody named before the verb is "I": "called Tom"; « vu Ana ». */
function byWhom(scene: Scene, verb: number, end: number): Initiative {
	if (leadsToPerson(scene, end, 'from')) return theirs;
	if (scene.is('me', end)) return theirs;
	for (let at = verb - 1; at >= 0 && !scene.parted(at + 1); at--) {
		const subject = isPerson(scene, at - 1) || scene.is('they', at - 1);
		if (scene.is('elidedMe', at) && (subject || !scene.is('i', at))) return theirs;
		if (scene.is('i', at)) return mine;
		if (isPerson(scene, at) || scene.is('they', at)) return theirs;
	}
	return mine;
}

/** A verb of sending that has the kind for its object: "sent me a postcard". */
function verbBefore(scene: Scene, kindAt: number, list: 'sendings'): number {
	for (let at = kindAt - 1; at >= Math.max(0, kindAt - 5) && !scene.parted(at + 1); at--)
		if (scene.is(list, at)) return at;
	return -1;
}
