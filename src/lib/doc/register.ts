/**
 * Registers: the values of a map that two devices may write at once without losing either.
 *
 * A register is all slots `name~replica` → `[stamp, value]` of its name. A replica writes only its own slot and, in
 * the same transaction, deletes those of the others that it sees. A slot that another replica writes meanwhile is a
 * newer item under its key and survives that deletion, so the slots present are exactly the concurrent values. The
 * latest stamp wins, then the greater replica; the others wait to be picked.
 */
import type * as Y from 'yjs';
import type { Clock, Stamp } from './clock';

export interface Slot {
	readonly key: string;
	readonly replica: string;
	readonly stamp: Stamp;
	readonly value: unknown;
}

/** The slots of each register by its name, the winner first. */
export type Registers = ReadonlyMap<string, readonly Slot[]>;

/** Who writes: no two running replicas may share a name, so a second tab has one of its own. */
export interface Author {
	readonly replica: string;
	readonly clock: Clock;
}

const none: Registers = new Map();

/** The register that a key is a slot of; null for any other key. */
export function registerOf(key: string): string | null {
	const at = key.lastIndexOf('~');
	return at > 0 ? key.slice(0, at) : null;
}

/** When a slot was written, as any peer may have stored it; without a sound stamp it counts as older than all. */
export function stampOf(stored: unknown): Stamp {
	const stamp: unknown = Array.isArray(stored) ? stored[0] : 0;
	return typeof stamp === 'number' && Number.isSafeInteger(stamp) && stamp > 0 ? stamp : 0;
}

/** Null when it holds no value. */
function parseSlot(key: string, stored: unknown): Slot | null {
	if (!Array.isArray(stored) || stored.length < 2) return null;
	const replica = key.slice(key.lastIndexOf('~') + 1);
	return { key, replica, stamp: stampOf(stored), value: stored[1] };
}

const latestFirst = (a: Slot, b: Slot) => b.stamp - a.stamp || (a.replica < b.replica ? 1 : -1);

/** A map of the document, or what one would be. */
export interface SlotMap {
	get(key: string): unknown;
	forEach(each: (stored: unknown, key: string) => void): void;
}

/** @param keys when given, all that are read */
export function readSlots(map: SlotMap, keys?: Iterable<string>): Registers {
	let registers: Map<string, Slot[]> | null = null;
	const add = (stored: unknown, key: string) => {
		const name = registerOf(key);
		const slot = name === null ? null : parseSlot(key, stored);
		if (name === null || slot === null) return;
		registers ??= new Map();
		const slots = registers.get(name);
		if (slots) slots.push(slot);
		else registers.set(name, [slot]);
	};
	if (keys) for (const key of keys) add(map.get(key), key);
	else map.forEach(add);
	return registers ? sorted(registers) : none;
}

function sorted(registers: Map<string, Slot[]>): Registers {
	for (const slots of registers.values()) if (slots.length > 1) slots.sort(latestFirst);
	return registers;
}

/** Sets a register; what this replica sees of it is superseded. `keys` are at least all the keys of the register. */
export function writeRegister(
	map: Y.Map<unknown>,
	name: string,
	value: unknown,
	{ replica, clock }: Author,
	keys: Iterable<string> = map.keys()
): void {
	const own = `${name}~${replica}`;
	for (const key of [...keys]) if (key !== own && registerOf(key) === name) map.delete(key);
	map.set(own, [clock.next(), value]);
}
