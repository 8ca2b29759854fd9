/**
 * The signed list of the owner's devices, as a set of entries that only grows. Each entry names what its author knew,
 * and is taken only after that: so the set is a graph with nothing missing, and merging two is their union.
 */
import type { Bytes } from './bytes';
import type { Entry, EntryId } from './entry';
import { mostSeen, signEntry } from './entry';
import { importAgreeKey, importSignKey, type DeviceId, type Identity } from './identity';
import type { Statement } from './statement';

export interface Node {
	readonly entry: Entry;
	/** Its place in this device's copy, and the bit that stands for it in `past`. */
	readonly index: number;
	/** One bit for each entry it knows, itself included. */
	readonly past: bigint;
	/** Entries on the longest way to the founding one. */
	readonly depth: number;
	/** Rotations on top of each other in its past, itself included. */
	readonly height: number;
}

export interface Roster {
	readonly group: EntryId;
	readonly nodes: ReadonlyMap<EntryId, Node>;
	/** Where each device is added or made the founder, and where it is removed. */
	readonly adds: ReadonlyMap<DeviceId, readonly Node[]>;
	readonly removals: ReadonlyMap<DeviceId, readonly Node[]>;
	readonly signKeys: ReadonlyMap<DeviceId, CryptoKey>;
	readonly size: number;
}

export const emptyRoster = (group: EntryId): Roster => ({
	group,
	nodes: new Map(),
	adds: new Map(),
	removals: new Map(),
	signKeys: new Map(),
	size: 0
});

/** The first entry of a new group, by its first device. */
export const signFounding = (identity: Identity, name: string, at: number): Promise<Entry> =>
	signEntry(identity, {
		group: null,
		at,
		seen: [],
		statement: { kind: 'founded', device: identity.id, keys: identity.publicKeys, name }
	});

/** An entry on top of all that this roster holds; it is not in it yet. */
export const signNext = (roster: Roster, identity: Identity, statement: Statement, at: number): Promise<Entry> =>
	signEntry(identity, { group: roster.group, at, seen: newestOf(roster), statement });

/** The entries that no other knows. Above sixteen lines the longest: what is left out is joined by a later entry. */
export function newestOf({ nodes }: Roster): readonly EntryId[] {
	const known = new Set([...nodes.values()].flatMap(({ entry }) => entry.seen));
	return [...nodes.values()]
		.filter(({ entry }) => !known.has(entry.id))
		.sort((one, other) => other.depth - one.depth)
		.slice(0, mostSeen)
		.map(({ entry }) => entry.id);
}

export const knows = (node: Pick<Node, 'past'>, { index }: Node): boolean => ((node.past >> BigInt(index)) & 1n) === 1n;

/** The set as it is kept and sent. */
export const bytesOf = ({ nodes }: Roster): readonly Bytes[] => [...nodes.values()].map(({ entry }) => entry.bytes);

/** Where an entry would stand. Null when it names an entry that is not here. */
export function placeOf(roster: Roster, entry: Entry): Node | null {
	const parents = entry.seen.map((id) => roster.nodes.get(id));
	if (parents.includes(undefined)) return null;
	const known = parents.filter((parent) => parent !== undefined);
	const index = roster.nodes.size;
	const past = known.reduce((bits, parent) => bits | parent.past, 1n << BigInt(index));
	const height = known.reduce((most, parent) => Math.max(most, parent.height), 0);
	return {
		entry,
		index,
		past,
		depth: known.reduce((most, parent) => Math.max(most, parent.depth + 1), 0),
		height: entry.statement.kind === 'rotate' ? height + 1 : height
	};
}

/** With one entry more, which was checked. */
export async function withNode(roster: Roster, node: Node): Promise<Roster> {
	const { id, statement, bytes } = node.entry;
	const nodes = new Map(roster.nodes).set(id, node);
	const grown = { ...roster, nodes, size: roster.size + bytes.length };
	if (statement.kind === 'remove') return { ...grown, removals: appended(roster.removals, statement.device, node) };
	if (statement.kind !== 'add' && statement.kind !== 'founded') return grown;
	const key = await importSignKey(statement.keys.sign);
	const signKeys = key ? new Map(roster.signKeys).set(statement.device, key) : roster.signKeys;
	return { ...grown, signKeys, adds: appended(roster.adds, statement.device, node) };
}

const appended = (table: ReadonlyMap<DeviceId, readonly Node[]>, device: DeviceId, node: Node) =>
	new Map(table).set(device, [...(table.get(device) ?? []), node]);

/** Whether both keys that a statement brings are points of the curve. */
export async function hasSoundKeys(statement: Statement): Promise<boolean> {
	if (statement.kind !== 'add' && statement.kind !== 'founded') return true;
	const { keys } = statement;
	return (await importSignKey(keys.sign)) !== null && (await importAgreeKey(keys.agree)) !== null;
}
