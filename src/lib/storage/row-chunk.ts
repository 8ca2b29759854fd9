import type { Row } from '$lib/domain/row';
import { stableHash } from '$lib/domain/stable-hash';
import { KithError } from '$lib/kith';
import { toRow, toValues, type Values } from './row-values';

/**
 * Rows as they lie in the fast store: spread over a fixed number of chunks by id, so that a change of one contact
 * rewrites a small part of them; each chunk one JSON text headed by a checksum.
 */
export const chunkCount = 32;

export const chunkOf = (id: string): number => stableHash(id) % chunkCount;

export function spreadRows(rows: readonly Row[]): readonly Row[][] {
	const chunks: Row[][] = Array.from({ length: chunkCount }, () => []);
	for (const row of rows) chunks[chunkOf(row.id)]?.push(row);
	return chunks;
}

export function encodeChunk(rows: readonly Row[]): string {
	const text = JSON.stringify(rows.map(toValues));
	return `${stableHash(text)}\n${text}`;
}

/** Throws when it is not what was written. */
export function decodeChunk(chunk: unknown): Row[] {
	const [checksum, text] = typeof chunk === 'string' ? chunk.split('\n', 2) : [];
	if (!text || checksum !== String(stableHash(text))) throw new KithError('io', 'a chunk of rows is damaged');
	return (JSON.parse(text) as Values[]).map(toRow);
}
