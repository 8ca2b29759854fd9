/**
 * Interactions: many, written once, rarely touched; so each is one plain value in a flat root, replaced whole.
 * `<id>` → `[createdAt, packed, origin?]` as born; `<id>~replica` the edits, `<id>/deleted~replica` the deletion.
 */
import type * as Y from 'yjs';
import type { OtherValue } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import type { Interaction, InteractionDraft, InteractionId } from '$lib/domain/interaction';
import { isWhen } from '$lib/domain/when';
import { losersOf } from './losers';
import { countOf, isRecord, isSame, momentOf, oneOf, ownOf, textOf, textsOf } from './plain';
import { readSlots, stampOf, writeRegister, type Author, type Registers } from './register';

export const interactionField = (id: InteractionId) => `interactions/${id}`;
const deletedName = (id: InteractionId) => `${id}/deleted`;

/** The interaction that a key of the root belongs to. */
export function interactionOf(key: string): InteractionId {
	return key.includes('~') ? key.slice(0, key.search(/[/~]/)) : key;
}

/** In the order they are packed and unpacked in. Those after `contactIds` are left out at the end while they are empty. */
const packedFields = [
	'kind',
	'when',
	'contactIds',
	'note',
	'place',
	'initiator',
	'direction',
	'duration',
	'pinned'
] as const;

function pack(draft: InteractionDraft): readonly unknown[] {
	const packed: unknown[] = packedFields.map((field) => draft[field]);
	while (packed.length > 3 && !packed.at(-1)) packed.pop();
	return packed;
}

/** Each once. */
function idsOf(stored: unknown): readonly string[] {
	const ids = textsOf(stored);
	return ids.length > 1 ? [...new Set(ids)] : ids;
}

const initiators = ['', 'me', 'them'] as const;
const directions = ['', 'in', 'out'] as const;

const none: Registers = new Map();

/** Null when there is none or it was purged. */
function readInteraction(id: InteractionId, stored: unknown, registers: Registers): Interaction | null {
	const born: readonly unknown[] | null = Array.isArray(stored) ? (stored as readonly unknown[]) : null;
	const deletedAt = momentOf(registers.get(deletedName(id))?.[0]?.value);
	if (!born && deletedAt) return null;
	return unpack(id, registers.get(id)?.[0]?.value ?? born?.[1], momentOf(born?.[0]), deletedAt);
}

/** One literal: joined from parts, each of 100,000 objects would take ten times the room. */
function unpack(id: InteractionId, stored: unknown, createdAt: Instant, deletedAt: Instant): Interaction | null {
	if (!Array.isArray(stored)) return null;
	const when: unknown = stored[1];
	return {
		id,
		createdAt,
		deletedAt,
		contactIds: idsOf(stored[2]),
		kind: textOf(stored[0]) || 'other',
		when: typeof when === 'string' && isWhen(when) ? when : new Date(createdAt).toISOString().slice(0, 10),
		note: textOf(stored[3]),
		place: textOf(stored[4]),
		initiator: oneOf(stored[5], initiators, ''),
		direction: oneOf(stored[6], directions, ''),
		duration: countOf(stored[7]),
		pinned: stored[8] === true
	};
}

const draftOf = ({ id: _, createdAt: __, deletedAt: ___, ...draft }: Interaction): InteractionDraft => draft;

export interface Moved {
	readonly before: Interaction | null;
	readonly after: Interaction | null;
}

/** All interactions as plain data, read once and then followed key by key. */
export class Interactions {
	readonly #byId = new Map<InteractionId, Interaction>();
	/** The keys of an interaction other than its id: few have any. */
	readonly #laterKeys = new Map<InteractionId, Set<string>>();

	constructor(
		private readonly root: Y.Map<unknown>,
		private readonly author: Author
	) {
		root.forEach((stored, key) => {
			const id = interactionOf(key);
			if (key === id) this.#put(id, readInteraction(id, stored, none));
			else this.#noteKey(id, key, stored);
		});
		for (const id of this.#laterKeys.keys()) this.#put(id, this.#read(id));
	}

	get all(): ReadonlyMap<InteractionId, Interaction> {
		return this.#byId;
	}

	/** Reads anew what lies under these keys. */
	refresh(keys: Iterable<string>): readonly Moved[] {
		const ids = new Set<InteractionId>();
		for (const key of keys) {
			const id = interactionOf(key);
			ids.add(id);
			if (key !== id) this.#noteKey(id, key, this.root.get(key));
		}
		const moved: Moved[] = [];
		for (const id of ids) {
			const before = this.#byId.get(id) ?? null;
			const after = this.#read(id);
			this.#put(id, after);
			moved.push({ before, after });
		}
		return moved;
	}

	add(id: InteractionId, draft: InteractionDraft, createdAt: Instant, origin = ''): void {
		this.root.set(id, origin ? [createdAt, pack(draft), origin] : [createdAt, pack(draft)]);
	}

	/** False when nothing differs and nothing is disputed. */
	edit(id: InteractionId, draft: InteractionDraft): boolean {
		const present = this.#byId.get(id);
		const packed = pack(draft);
		if (present && isSame(pack(present), packed) && (this.#registers(id).get(id)?.length ?? 0) < 2) return false;
		writeRegister(this.root, id, packed, this.author, this.#keysOf(id));
		return true;
	}

	/** Makes one of a disputed interaction's values the only one; false when it is no interaction's. */
	pick(id: InteractionId, value: unknown): boolean {
		const present = this.#byId.get(id);
		if (!present || !isRecord(value)) return false;
		const packed = packedFields.map((field) => ownOf(value, field));
		const picked = unpack(id, packed, present.createdAt, 0);
		if (picked) this.edit(id, picked);
		return picked !== null;
	}

	/** To the trash, or with 0 back from it. */
	setDeleted(id: InteractionId, deletedAt: Instant): void {
		const isKnown = this.root.has(id) || this.#laterKeys.has(id);
		if (!isKnown || this.#byId.get(id)?.deletedAt === deletedAt) return;
		writeRegister(this.root, deletedName(id), deletedAt, this.author, this.#keysOf(id));
	}

	/** Takes everything but the mark of deletion. */
	purge(id: InteractionId): void {
		this.root.delete(id);
		for (const key of this.#keysOf(id)) if (!key.startsWith(`${deletedName(id)}~`)) this.root.delete(key);
	}

	others(id: InteractionId): readonly OtherValue[] {
		if (!this.#laterKeys.has(id)) return [];
		const createdAt = this.#byId.get(id)?.createdAt ?? 0;
		const slots = this.#registers(id).get(id) ?? [];
		return losersOf(interactionField(id), slots, (stored) => {
			const interaction = unpack(id, stored, createdAt, 0);
			return interaction && draftOf(interaction);
		});
	}

	originOf(id: InteractionId): string {
		const born = this.root.get(id);
		return Array.isArray(born) ? textOf(born[2]) : '';
	}

	#read(id: InteractionId): Interaction | null {
		return readInteraction(id, this.root.get(id), this.#laterKeys.has(id) ? this.#registers(id) : none);
	}

	#put(id: InteractionId, interaction: Interaction | null): void {
		if (interaction) this.#byId.set(id, interaction);
		else this.#byId.delete(id);
	}

	#registers(id: InteractionId): Registers {
		return readSlots(this.root, this.#keysOf(id));
	}

	#keysOf(id: InteractionId): Iterable<string> {
		return this.#laterKeys.get(id) ?? [];
	}

	#noteKey(id: InteractionId, key: string, stored: unknown): void {
		this.author.clock.see(stampOf(stored));
		const keys = this.#laterKeys.get(id) ?? new Set();
		if (stored !== undefined) this.#laterKeys.set(id, keys.add(key));
		else if (keys.delete(key) && !keys.size) this.#laterKeys.delete(id);
	}
}
