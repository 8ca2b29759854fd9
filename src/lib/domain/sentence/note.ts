import type { FoundKind } from './find-kind';
import type { Scene } from './scene';
import { possessive } from './tokens';

/** Their words say more than they do ("wedding"), so they stay in the note. */
const vagueKinds = ['event', 'other'];

/** What remains once the understood words are cut out, without the little words that held them. */
export function noteOf(scene: Scene, kind: FoundKind | null, loose: ReadonlySet<number>): string {
	const { tokens, text } = scene;
	const cut = tokens.map((_, at) => {
		const role = scene.role(at);
		if (role === 'date' || role === 'duration' || role === 'place') return true;
		if (role === 'kind') return kind !== null && !vagueKinds.includes(kind.value);
		return loose.has(at);
	});
	const pieces: string[] = [];
	for (let at = 0; at < tokens.length; at++) {
		if (cut[at]) continue;
		let end = at;
		while (end < tokens.length && !cut[end]) end++;
		const piece = trimmed(scene, at, end);
		if (piece) pieces.push(tidy(text.slice(piece.from, piece.to)));
		at = end;
	}
	return pieces.filter(Boolean).join(', ');
}

function trimmed(scene: Scene, start: number, end: number): { from: number; to: number } | null {
	const { tokens, text } = scene;
	const says = tokens.slice(start, end).some(({ folded }, i) => !isEmpty(scene, start + i) && folded !== possessive);
	if (!says) return null;
	let at = start;
	for (let count = leadLength(scene, at); count > 0 && at + count < end; count = leadLength(scene, at)) at += count;
	let last = end;
	while (last < tokens.length && last > at + 1 && isEmpty(scene, last - 1)) last--;
	const from = at === start && start === 0 ? 0 : (tokens[at]?.from ?? 0) - opening(scene, at);
	return { from, to: last < end || end < tokens.length ? (tokens[last - 1]?.to ?? 0) : text.length };
}

const isEmpty = (scene: Scene, at: number) => scene.is('fillers', at) || scene.is('invitations', at);

/** Words of what only joins: "about", "with", "me" behind a cut "called". */
function leadLength(scene: Scene, at: number): number {
	const topic = scene.words.topic.at(scene.tokens, at);
	if (topic) return topic.count;
	if (scene.role(at) === 'person' || scene.role(at) === 'unknown') return 0;
	if (at === 0) return 0;
	return (['with', 'and', 'me', 'of'] as const).some((list) => scene.is(list, at)) ? 1 : 0;
}

/** An opening bracket or quotation mark belongs to the word behind it. */
const opening = (scene: Scene, at: number) =>
	/[(«"“][\s\u00a0\u202f]*$/.exec(scene.tokens[at]?.gap ?? '')?.[0].length ?? 0;

const tidy = (text: string) => text.replace(/^[\s,;:.!?…–—-]+|[\s,;:–—-]+$/g, '').replace(/\s+/g, ' ');
