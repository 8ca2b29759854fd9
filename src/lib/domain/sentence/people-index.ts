import { circleRank } from '../circles';
import type { ContactId } from '../contact';
import type { Row } from '../row';
import { phraseKey } from './tokens';

/** Everyone by the ways of naming them; made once per change of the people, asked at every key press. */
export interface PeopleIndex {
	/** Those called exactly so, likeliest first. `key` is a `phraseKey`. */
	named(key: string): readonly Row[] | undefined;
	/** Those of whom one name begins so, likeliest first. */
	beginning(key: string, limit: number): readonly Row[];
	/** Words in the longest name. */
	readonly longest: number;
}

/** Whoever is closer, else seen more recently, is meant sooner. */
export function compareLikely(a: Row, b: Row): number {
	const asleep = Number(a.archived || a.deceased) - Number(b.archived || b.deceased);
	if (asleep) return asleep;
	const circle = circleRank(a.circle) - circleRank(b.circle);
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

/** @param me left out: nobody logs lunch with themselves */
export function peopleIndex(rows: Iterable<Row>, me: ContactId | '' = ''): PeopleIndex {
	const people = [...rows].filter(({ id }) => id !== me);
	const rowsByKey = new Map<string, Row[]>();
	let longest = 1;
	for (const row of people)
		for (const name of row.nameKeys)
			for (const key of keysOf(name)) {
				const known = rowsByKey.get(key);
				if (!known) rowsByKey.set(key, [row]);
				else if (known.at(-1) !== row) known.push(row);
				longest = Math.max(longest, wordsIn(key));
			}
	// Put in order only once someone completes a name; until then it would only make the first key press wait.
	let sorted: readonly string[] | null = null;
	return {
		longest,
		named: (key) => rowsByKey.get(key)?.toSorted(compareLikely),
		beginning(key, limit) {
			sorted ??= [...rowsByKey.keys()].sort();
			const found = new Set<Row>(key ? [] : people);
			for (let at = firstFrom(sorted, key); key && sorted[at]?.startsWith(key); at++)
				for (const row of rowsByKey.get(sorted[at] ?? '') ?? []) found.add(row);
			return likeliest(found, limit);
		}
	};
}

/** The first few of many, without sorting them all. */
function likeliest(rows: Iterable<Row>, limit: number): readonly Row[] {
	const best: Row[] = [];
	for (const row of rows) {
		const last = best[limit - 1];
		if (last && compareLikely(row, last) >= 0) continue;
		const at = best.findIndex((other) => compareLikely(row, other) < 0);
		best.splice(at < 0 ? best.length : at, 0, row);
		best.length = Math.min(best.length, limit);
	}
	return best;
}

function firstFrom(sorted: readonly string[], key: string): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? '') < key) low = middle + 1;
		else high = middle;
	}
	return low;
}
