/** Whether an update that a peer sent may be applied, found out without applying it. */
import * as Y from 'yjs';
import { isSound } from '$lib/updates/soundness';

/** What is wrong with an update; `early` is not wrong: what it builds on has not come yet. */
export type Fault = 'size' | 'bytes' | 'gap' | 'root' | 'type' | 'length' | 'forged';
export type Inspection = { readonly sound: true; readonly update: DecodedUpdate } | Refusal | { readonly early: true };
interface Refusal {
	readonly refused: Fault;
}

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;
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
	if (!isSound(bytes)) return { refused: 'bytes' };
	const update = Y.decodeUpdate(bytes);
	const fault = update.structs.map((struct) => faultOf(struct, limits)).find((found) => found !== null);
	if (fault) return { refused: fault };
	const reach = reachOf(update.structs, known);
	if (!reach) return { refused: 'gap' };
	if ((reach.get(own) ?? 0) > known(own)) return { refused: 'forged' };
	return isGrounded(update, known, reach) ? { sound: true, update } : { early: true };
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
	let left = most;
	const waiting: unknown[] = [value];
	while (waiting.length > 0) {
		const next = waiting.pop();
		if (typeof next === 'string') left -= next.length;
		else if (next instanceof Uint8Array) left -= next.byteLength;
		else if (next !== null && typeof next === 'object') {
			const members = Object.entries(next);
			left -= members.reduce((sum, [key]) => sum + key.length + 1, 0);
			if (left >= 0) for (const [, member] of members) waiting.push(member);
		}
		if (left < 0) return true;
	}
	return false;
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
	return buildsOn(struct).find((id) => id.clock >= reached(id.client))?.client ?? null;
}

function buildsOn({ origin, rightOrigin, parent }: Y.Item): readonly Y.ID[] {
	// Before it is integrated, an item's parent is a name, an id or, when a neighbour tells it, nothing.
	return [origin, rightOrigin, parent as unknown].filter((id) => id instanceof Y.ID);
}
