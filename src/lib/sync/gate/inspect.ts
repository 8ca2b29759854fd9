/** Whether an update that a peer sent may be applied, found out without applying it. */
import * as Y from 'yjs';
import { decodeSound, type DecodedUpdate } from '$lib/updates/soundness';

/** What is wrong with an update; `early` is not wrong: what it builds on has not come yet. */
export type Fault = 'size' | 'bytes' | 'gap' | 'root' | 'type' | 'length' | 'forged';
export type Inspection =
	/** With it, each client that it is of is known so far. */
	| { readonly sound: true; readonly update: DecodedUpdate; readonly reach: ReadonlyMap<number, number> }
	| Refusal
	| { readonly early: true };
interface Refusal {
	readonly refused: Fault;
}

type Struct = DecodedUpdate['structs'][number];

export interface GateLimits {
	/** Of one update, in bytes. */
	readonly mostBytes: number;
	/** Of one stored value, in characters and bytes. */
	readonly longest: number;
	/** Of one stretch of text, in characters: what was pasted into notes at once is one. */
	readonly longestText: number;
}
export const gateLimits: GateLimits = { mostBytes: 64 * 2 ** 20, longest: 2 ** 20, longestText: 16 * 2 ** 20 };

/** A newer app may have made a root that this one does not know; it is kept, but none with a name such as `__proto__`. */
const rootName = /^[a-z][a-zA-Z0-9-]{0,31}$/;

/** No run of deleted characters and entries is longer; one that is would hide what a device writes from then on. */
const longestGap = 2 ** 26;

/** How far a document knows a client: the clock that its next character or entry will have. */
export type Known = (client: number) => number;

/** @param own the document's own client: nobody else knows more of what it wrote */
export function inspectUpdate(
	bytes: Uint8Array,
	known: Known,
	own: number,
	limits: GateLimits = gateLimits
): Inspection {
	if (bytes.byteLength > limits.mostBytes) return { refused: 'size' };
	const update = decodeSound(bytes);
	if (!update) return { refused: 'bytes' };
	for (const struct of update.structs) {
		const fault = faultOf(struct, limits);
		if (fault) return { refused: fault };
	}
	const reach = reachOf(update.structs, known);
	if (!reach) return { refused: 'gap' };
	if ((reach.get(own) ?? 0) > known(own)) return { refused: 'forged' };
	return isGrounded(update, known, reach) ? { sound: true, update, reach } : { early: true };
}

function faultOf(struct: Struct, limits: GateLimits): Fault | null {
	// Whoever has all that they send never skips.
	if (struct instanceof Y.Skip) return 'gap';
	if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted)
		return struct.length > longestGap ? 'length' : null;
	const { parent, parentSub, content } = struct;
	if (typeof parent === 'string' && !rootName.test(parent)) return 'root';
	if (parentSub !== null && parentSub.length > limits.longest) return 'length';
	return contentFault(content, limits);
}

/** What a document of ours is made of: maps and texts, plain values and characters. */
function contentFault(content: Y.Item['content'], { longest, longestText }: GateLimits): Fault | null {
	if (content instanceof Y.ContentString) return content.str.length > longestText ? 'length' : null;
	if (content instanceof Y.ContentAny) return content.arr.some((value) => isLonger(value, longest)) ? 'length' : null;
	if (content instanceof Y.ContentType) {
		const { type } = content;
		return type instanceof Y.Map || type instanceof Y.Text || type instanceof Y.Array ? null : 'type';
	}
	return 'type';
}

/** Whether a value has more characters, bytes and members than `most`; stops counting there. */
function isLonger(value: unknown, most: number): boolean {
	if (!isNested(value)) return sizeOf(value) > most;
	let left = most;
	const waiting: object[] = [value];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		// Also what a key `__proto__` put behind it.
		for (const key in next) {
			const member: unknown = next[key as keyof typeof next];
			left -= key.length + 1 + sizeOf(member);
			if (left < 0) return true;
			if (isNested(member)) waiting.push(member);
		}
	}
	return false;
}

const isNested = (value: unknown): value is object =>
	value !== null && typeof value === 'object' && !(value instanceof Uint8Array);

function sizeOf(value: unknown): number {
	if (typeof value === 'string') return value.length;
	return value instanceof Uint8Array ? value.byteLength : 0;
}

/** How far each client of an update is known once it is applied; null where structs overlap or leave gaps among themselves. */
function reachOf(structs: readonly Struct[], known: Known): ReadonlyMap<number, number> | null {
	const reach = new Map<number, number>();
	const ends = new Map<number, number>();
	for (const { id, length } of structs) {
		const { client, clock } = id;
		if (clock !== (ends.get(client) ?? clock)) return null;
		ends.set(client, clock + length);
		reach.set(client, Math.max(clock + length, known(client)));
	}
	return reach;
}

/** Whether all that it builds on and all that it deletes is known or in it. */
function isGrounded({ structs, ds }: DecodedUpdate, known: Known, reach: ReadonlyMap<number, number>): boolean {
	return (
		leftOver(structs, known) === 0 &&
		[...ds.clients].every(([client, ranges]) =>
			ranges.every(({ clock, len }) => clock + len <= (reach.get(client) ?? known(client)))
		)
	);
}

/** Puts structs in their place as Yjs will, each behind what it builds on; gives how many find none, in rings too. */
function leftOver(structs: readonly Struct[], known: Known): number {
	const reached = new Map<number, number>();
	const reachedOf = (client: number) => reached.get(client) ?? known(client);
	// Mostly they stand in that order already, and nothing has to be put aside.
	const first = structs.findIndex((struct) => {
		if (missingFor(struct, reachedOf) !== null) return true;
		reached.set(struct.id.client, Math.max(reachedOf(struct.id.client), struct.id.clock + struct.length));
		return false;
	});
	return first < 0 ? 0 : leftOf(structs.slice(first), reached, reachedOf);
}

function leftOf(structs: readonly Struct[], reached: Map<number, number>, reachedOf: Known): number {
	const queues = new Map<number, Struct[]>();
	for (const struct of structs) {
		const queue = queues.get(struct.id.client);
		if (queue) queue.push(struct);
		else queues.set(struct.id.client, [struct]);
	}
	for (const queue of queues.values()) queue.reverse();
	/** Clients whose next struct waits for the client that is the key. */
	const waiting = new Map<number, Set<number>>();
	const ready = [...queues.keys()];
	let left = structs.length;
	for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
		const queue = queues.get(client) ?? [];
		const before = left;
		for (let struct = queue.at(-1); struct; struct = queue.at(-1)) {
			const missing = missingFor(struct, reachedOf);
			if (missing !== null) {
				waiting.set(missing, (waiting.get(missing) ?? new Set()).add(client));
				break;
			}
			queue.pop();
			left--;
			reached.set(client, Math.max(reachedOf(client), struct.id.clock + struct.length));
		}
		if (left === before) continue;
		ready.push(...(waiting.get(client) ?? []));
		waiting.delete(client);
	}
	return left;
}

/** The client of which more must be known before a struct has its place; null when it has. */
function missingFor(struct: Struct, reached: Known): number | null {
	const { client, clock } = struct.id;
	if (clock > reached(client)) return client;
	if (!(struct instanceof Y.Item)) return null;
	const { origin, rightOrigin } = struct;
	// Before it is integrated, an item's parent is a name, an id or, when a neighbour tells it, nothing.
	const parent: unknown = struct.parent;
	if (origin && origin.clock >= reached(origin.client)) return origin.client;
	if (rightOrigin && rightOrigin.clock >= reached(rightOrigin.client)) return rightOrigin.client;
	return parent instanceof Y.ID && parent.clock >= reached(parent.client) ? parent.client : null;
}
