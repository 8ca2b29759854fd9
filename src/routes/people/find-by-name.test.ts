import { expect, it } from 'vitest';
import type { Row } from '$lib/domain/row';
import { findByName } from './find-by-name';

const row = (...nameKeys: readonly string[]) => ({ id: nameKeys[0], nameKeys }) as unknown as Row;
const rows = [row('tom waits', 'tom'), row('ana silva', 'ana'), row('grace anastasia'), row('anatole')];
const names = (text: string, limit = 8) => findByName(rows, text, limit).map(({ id }) => id);

it('whose name begins with it comes before whose other names do', () => {
	expect(names('ana')).toEqual(['ana silva', 'anatole', 'grace anastasia']);
});

it('finds no more than asked for, and nobody for nothing', () => {
	expect(names('ana', 1)).toEqual(['ana silva']);
	expect(names('')).toEqual([]);
	expect(names('lva')).toEqual([]);
});
