/** What may enter a roster. Each entry is taken or refused by itself, and an entry refused harms no other. */
import { parseEntry, isEntrySigned, type Entry, type EntryId } from './entry';
import { hasSoundKeys, knows, placeOf, withNode, type Node, type Roster } from './roster';
import { mostMembers } from './statement';

/**
 * `malformed`: not the bytes of an entry. `foreign`: of another group. `gap`: names an entry that is not here.
 * `stranger`: its author was not in the group, or knew that it was removed. `forged`: the signature or the keys are
 * unsound. `senseless`: speaks of a device its author did not know, or counts epochs wrongly. `flood`: too many.
 */
export type Refusal = 'malformed' | 'foreign' | 'gap' | 'stranger' | 'forged' | 'senseless' | 'flood';

export interface Merged {
	readonly roster: Roster;
	readonly refused: readonly Refusal[];
}

/** Entries read at once. What is above is refused unread. */
export const mostAtOnce = 2_048;
/** A group of devices has some dozens. Removals and rotations have room beyond, so that a flood cannot keep them out. */
export const mostEntries = 512;
const mostBytes = 256 * 1024;
const roomForRemovals = 2;

/** Adds what is sound; in whatever order and however often it comes, the outcome is the same set. */
export async function mergeEntries(roster: Roster, incoming: readonly Uint8Array[]): Promise<Merged> {
	const refused: Refusal[] = incoming.slice(mostAtOnce).map(() => 'flood');
	let waiting: Entry[] = [];
	for (const bytes of incoming.slice(0, mostAtOnce)) {
		const entry = await parseEntry(bytes).catch(() => null);
		if (!entry) refused.push('malformed');
		else if (entry.group !== roster.group) refused.push('foreign');
		else if (!roster.nodes.has(entry.id)) waiting.push(entry);
	}

	let merged = roster;
	let isMoving = true;
	while (isMoving) {
		const later: Entry[] = [];
		isMoving = false;
		for (const entry of waiting) {
			if (merged.nodes.has(entry.id)) continue;
			const node = placeOf(merged, entry);
			if (!node) {
				later.push(entry);
				continue;
			}
			const refusal = await refusalOf(merged, node);
			if (refusal) refused.push(refusal);
			else {
				merged = await withNode(merged, node);
				isMoving = true;
			}
		}
		waiting = later;
	}
	return { roster: merged, refused: [...refused, ...waiting.map((): Refusal => 'gap')] };
}

/** Null when it may enter. Except for floods the answer hangs on the entry and its past alone, so all devices agree. */
async function refusalOf(roster: Roster, node: Node): Promise<Refusal | null> {
	const { entry } = node;
	const { statement, author } = entry;
	if (statement.kind !== 'founded') {
		if (!isIn(roster.adds.get(author), node) || isIn(roster.removals.get(author), node)) return 'stranger';
		if (!isSensible(roster, node)) return 'senseless';
	}
	if (isFlood(roster, node)) return 'flood';
	if (!(await hasSoundKeys(statement))) return 'forged';
	const key = roster.signKeys.get(author) ?? (await withNode(roster, node)).signKeys.get(author);
	return key && (await isEntrySigned(entry, key)) ? null : 'forged';
}

const isIn = (some: readonly Node[] | undefined, node: Node): boolean =>
	some?.some((other) => knows(node, other)) ?? false;

function isSensible(roster: Roster, node: Node): boolean {
	const { statement } = node.entry;
	const isKnown = (device: string) => isIn(roster.adds.get(device), node);
	switch (statement.kind) {
		case 'add':
			return !isKnown(statement.device) && countKnown(roster, node) < mostMembers;
		case 'rename':
		case 'remove':
			return isKnown(statement.device) && !isIn(roster.removals.get(statement.device), node);
		case 'rotate':
			return statement.height === node.height && [...statement.wraps.keys()].every(isKnown);
		default:
			return true;
	}
}

/** Devices its author knew and that were not removed. */
const countKnown = (roster: Roster, node: Node): number =>
	[...roster.adds].filter(([device, adds]) => isIn(adds, node) && !isIn(roster.removals.get(device), node)).length;

function isFlood(roster: Roster, { entry }: Node): boolean {
	const isUrgent = entry.statement.kind === 'remove' || entry.statement.kind === 'rotate';
	const room = isUrgent ? roomForRemovals : 1;
	return roster.nodes.size >= mostEntries * room || roster.size + entry.bytes.length > mostBytes * room;
}

/** The ids of a set, sorted: equal when two devices hold the same. */
export const idsOf = ({ nodes }: Roster): readonly EntryId[] => [...nodes.keys()].sort();
