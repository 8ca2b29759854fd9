import { circleRank } from '../circles';
import type { ContactId } from '../contact';
import type { Row } from '../row';
import { phraseKey } from './tokens';

/** Everyone by the ways of naming them, asked at every key press. */
export interface PeopleIndex {
	/** Those called exactly so, likeliest first. `key` is a `phraseKey`. */
	named(key: string): readonly Row[] | undefined;
	/** Those of whom one name begins so, likeliest first. */
	beginning(key: string, limit: number): readonly Row[];
	/** Words in the longest name there has been. */
	readonly longest: number;
}

/** Whoever is closer, else seen more recently, is meant sooner. */
export function compareLikely(a: Row, b: Row): number {
	const asleep = Number(a.archived || a.deceased) - Number(b.archived || b.deceased);
	if (asleep) return asleep;
	const circle = a.circle === b.circle ? 0 : circleRank(a.circle) - circleRank(b.circle);
	if (circle) return circle;
	if (a.lastContact !== b.lastContact) return a.lastContact > b.lastContact ? -1 : 1;
	if (a.favourite !== b.favourite) return a.favourite ? -1 : 1;
	return a.sortKey < b.sortKey ? -1 : 1;
}

const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
/** Longer ones are sentences that stand in a name field; no one types them. */
const mostWords = 8;

function wordsIn(key: string): number {
	let count = 1;
	for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) count++;
	return count;
}

/** A name's keys: itself, and with the last word cut to its initial ("Tom S."). */
function* keysOf(name: string): Iterable<string> {
	const key = plain.test(name) ? name : phraseKey(name);
	if (!key || wordsIn(key) > mostWords) return;
	yield key;
	const last = key.lastIndexOf(' ') + 1;
	if (last) yield key.slice(0, last + 1);
}

const startOf = (key: string) => key.slice(0, 2);

const isSame = (a: readonly string[], b: readonly string[]) =>
	a.length === b.length && a.every((text, index) => text === b[index]);

/** An index that follows its people one by one: whoever changed but kept their names costs next to nothing. */
export class GrowingPeopleIndex implements PeopleIndex {
	readonly #rows = new Map<ContactId, Row>();
	/** Under the start of a key, so that a beginning is looked for among a part of all. */
	readonly #idsByKey = new Map<string, Map<string, ContactId[]>>();
	#longest = 1;

	get longest(): number {
		return this.#longest;
	}

	set(row: Row): void {
		const known = this.#rows.get(row.id);
		this.#rows.set(row.id, row);
		if (known && isSame(known.nameKeys, row.nameKeys)) return;
		if (known) this.#forget(known);
		for (const name of row.nameKeys) for (const key of keysOf(name)) this.#note(key, row.id);
	}

	delete(id: ContactId): void {
		const known = this.#rows.get(id);
		if (known) this.#forget(known);
		this.#rows.delete(id);
	}

	named(key: string): readonly Row[] | undefined {
		const ids = this.#idsByKey.get(startOf(key))?.get(key);
		return ids?.flatMap((id) => this.#rows.get(id) ?? []).sort(compareLikely);
	}

	beginning(key: string, limit: number): readonly Row[] {
		const best: Row[] = [];
		if (!key) for (const row of this.#rows.values()) place(row, best, limit);
		else
			for (const id of this.#begunBy(key)) {
				const row = this.#rows.get(id);
				if (row) place(row, best, limit);
			}
		return best;
	}

	/** The same, without one of them. */
	without(left: ContactId | ''): PeopleIndex {
		if (!this.#rows.has(left)) return this;
		const isOther = ({ id }: Row) => id !== left;
		return {
			longest: this.#longest,
			named: (key) => {
				const others = this.named(key)?.filter(isOther);
				return others?.length ? others : undefined;
			},
			beginning: (key, limit) =>
				this.beginning(key, limit + 1)
					.filter(isOther)
					.slice(0, limit)
		};
	}

	/** Whoever has several such names stands there several times. */
	#begunBy(key: string): readonly ContactId[] {
		const found: ContactId[] = [];
		for (const [start, keys] of this.#idsByKey) {
			if (!start.startsWith(startOf(key))) continue;
			for (const [other, ids] of keys) if (other.startsWith(key)) found.push(...ids);
		}
		return found;
	}

	#note(key: string, id: ContactId): void {
		const start = startOf(key);
		const keys = this.#idsByKey.get(start) ?? new Map<string, ContactId[]>();
		this.#idsByKey.set(start, keys);
		const ids = keys.get(key);
		if (!ids) keys.set(key, [id]);
		else if (ids.at(-1) !== id) ids.push(id);
		this.#longest = Math.max(this.#longest, wordsIn(key));
	}

	#forget({ id, nameKeys }: Row): void {
		for (const name of nameKeys)
			for (const key of keysOf(name)) {
				const keys = this.#idsByKey.get(startOf(key));
				const others = keys?.get(key)?.filter((other) => other !== id);
				if (others?.length) keys?.set(key, others);
				else keys?.delete(key);
			}
	}
}

/** @param me left out: nobody logs lunch with themselves */
export function peopleIndex(rows: Iterable<Row>, me: ContactId | '' = ''): PeopleIndex {
	const index = new GrowingPeopleIndex();
	for (const row of rows) index.set(row);
	return index.without(me);
}

/** Keeps the first few of many, without sorting them all. */
function place(row: Row, best: Row[], limit: number): void {
	const last = best[limit - 1];
	if ((last && compareLikely(row, last) >= 0) || best.includes(row)) return;
	const at = best.findIndex((other) => compareLikely(row, other) < 0);
	best.splice(at < 0 ? best.length : at, 0, row);
	best.length = Math.min(best.length, limit);
}
