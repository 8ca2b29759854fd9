/** Who is in the group, by its entries. A function of the set alone: whoever holds the same entries reads the same. */
import type { EntryId } from './entry';
import type { DeviceId, PublicKeys } from './identity';
import { knows, type Node, type Roster } from './roster';
import type { Rotate } from './statement';

export interface Member {
	readonly id: DeviceId;
	readonly keys: PublicKeys;
	/** May be empty: then it is shown by its id. */
	readonly name: string;
	/** When it was added, by the clock of the device that did. */
	readonly since: number;
}

export interface RemovedMember extends Member {
	readonly removedAt: number;
	readonly removedBy: DeviceId;
}

/** A stretch of time with one secret: it begins with a rotation, the first with the founding. */
export interface Epoch {
	readonly id: EntryId;
	/**
	 * How many rotations lie under it, times 2^32, plus the first 32 bits of its id: so two made at once have different
	 * numbers, and the higher wins. 0 for the first. A safe integer.
	 */
	readonly number: number;
	/** Null for the first, whose secret is only ever handed over in pairing. */
	readonly rotation: Rotate | null;
}

export interface RosterView {
	readonly group: EntryId;
	readonly members: ReadonlyMap<DeviceId, Member>;
	readonly removed: ReadonlyMap<DeviceId, RemovedMember>;
	readonly epoch: Epoch;
	/** All epochs that count, the current one last. */
	readonly epochs: readonly Epoch[];
	/** The current secret is known to a removed device, or unknown to a member: a member rotates again. */
	readonly isStale: boolean;
}

export function readRoster(roster: Roster): RosterView {
	const counting = countingNodes(roster);
	const devices = readDevices(roster, counting);
	const members = new Map([...devices].filter(([id]) => !roster.removals.has(id)));
	const removed = new Map<DeviceId, RemovedMember>();
	for (const [id, nodes] of roster.removals) {
		const first = [...nodes].sort((one, other) => one.entry.at - other.entry.at || byId(one, other))[0];
		const device = devices.get(id) ?? undecided(roster, id);
		if (first && device) removed.set(id, { ...device, removedAt: first.entry.at, removedBy: first.entry.author });
	}
	const epochs = counting
		.flatMap(epochOf)
		.sort((one, other) => one.number - other.number || (one.id < other.id ? -1 : 1));
	const epoch = epochs.at(-1) ?? { id: roster.group, number: 0, rotation: null };
	return { group: roster.group, members, removed, epoch, epochs, isStale: isStale(roster, members, epoch, counting) };
}

/**
 * What a removed device said counts only where everyone who removed it knew of it, except its removals; and what a
 * device said counts only if it was added by an entry that counts and that it knew.
 */
function countingNodes({ nodes, removals, group }: Roster): readonly Node[] {
	const adding = new Map<DeviceId, Node[]>();
	const counting: Node[] = [];
	for (const node of nodes.values()) {
		const { statement, author, id } = node.entry;
		const isFounding = id === group;
		const isKept =
			statement.kind === 'remove' || (removals.get(author)?.every((removal) => knows(removal, node)) ?? true);
		const isByMember = adding.get(author)?.some((add) => knows(node, add)) ?? false;
		if (!isFounding && !(isKept && isByMember)) continue;
		counting.push(node);
		if (statement.kind !== 'add' && statement.kind !== 'founded') continue;
		adding.set(statement.device, [...(adding.get(statement.device) ?? []), node]);
	}
	return counting;
}

function readDevices(roster: Roster, counting: readonly Node[]): Map<DeviceId, Member> {
	const devices = new Map<DeviceId, Member>();
	const names = new Map<DeviceId, Node>();
	for (const node of [...counting].sort(byDepth)) {
		const { statement, at } = node.entry;
		if (statement.kind === 'add' || statement.kind === 'founded') {
			const { device: id, keys, name } = statement;
			if (!devices.has(id)) devices.set(id, { id, keys, name, since: at });
		} else if (statement.kind === 'rename') names.set(statement.device, node);
	}
	for (const [id, { entry }] of names) {
		const device = devices.get(id);
		if (device && entry.statement.kind === 'rename') devices.set(id, { ...device, name: entry.statement.name });
	}
	return devices;
}

/** A removed device whose adding does not count is still named among the removed. */
function undecided(roster: Roster, id: DeviceId): Member | null {
	const node = [...(roster.adds.get(id) ?? [])].sort(byDepth)[0];
	if (node?.entry.statement.kind !== 'add' && node?.entry.statement.kind !== 'founded') return null;
	const { keys, name } = node.entry.statement;
	return { id, keys, name, since: node.entry.at };
}

function epochOf({ entry, height }: Node): readonly Epoch[] {
	if (entry.statement.kind === 'founded') return [{ id: entry.id, number: 0, rotation: null }];
	if (entry.statement.kind !== 'rotate') return [];
	return [{ id: entry.id, number: height * 2 ** 32 + leadingBits(entry.id), rotation: entry.statement }];
}

function isStale(
	roster: Roster,
	members: ReadonlyMap<DeviceId, Member>,
	epoch: Epoch,
	counting: readonly Node[]
): boolean {
	const start = roster.nodes.get(epoch.id);
	if (!start || members.size === 0) return false;
	if ([...roster.removals.values()].flat().some((removal) => !knows(start, removal))) return true;
	const wasGiven = (id: DeviceId) =>
		counting.some(
			(node) => node.entry.statement.kind === 'add' && node.entry.statement.device === id && knows(node, start)
		);
	return epoch.rotation !== null && [...members.keys()].some((id) => !epoch.rotation?.wraps.has(id) && !wasGiven(id));
}

const byId = (one: Node, other: Node): number => (one.entry.id < other.entry.id ? -1 : 1);
const byDepth = (one: Node, other: Node): number => one.depth - other.depth || byId(one, other);

/** The first 32 bits of a base64url text. */
function leadingBits(id: EntryId): number {
	const plain = atob(id.slice(0, 8).replace(/-/g, '+').replace(/_/g, '/'));
	return [0, 1, 2, 3].reduce((bits, at) => bits * 256 + plain.charCodeAt(at), 0);
}
