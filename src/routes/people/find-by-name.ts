import type { Row } from '$lib/domain/row';

/**
 * The first who are called so, for offering while one types: those whose name begins with it before those of whom
 * another word does. A full search is the search worker's.
 * @param text folded
 */
export function findByName(rows: readonly Row[], text: string, limit: number): readonly Row[] {
	if (!text) return [];
	const first: Row[] = [];
	const further: Row[] = [];
	for (const row of rows) {
		if (row.nameKeys.some((key) => key.startsWith(text))) first.push(row);
		else if (row.nameKeys.some((key) => key.includes(` ${text}`))) further.push(row);
		if (first.length === limit) break;
	}
	return [...first, ...further].slice(0, limit);
}
