import { describe, expect, it } from 'vitest';
import { KithError } from '$lib/kith';
import { isNotStoredYet, reasonInWords } from './trouble';

describe('why something failed', () => {
	it('is told by its code, also when the error came from another thread', () => {
		const told = reasonInWords(new KithError('quota', 'full'));
		expect(told).toBe('the storage is full');
		expect(reasonInWords(Object.assign(new Error('full'), { code: 'quota' }))).toBe(told);
		expect(reasonInWords(null)).toBe('something unexpected happened');
	});

	it('tells a change that waits for the disk from one that was refused', () => {
		expect((['quota', 'io', 'closed'] as const).every((code) => isNotStoredYet(new KithError(code, '')))).toBe(true);
		expect(
			(['read-only', 'invalid', 'not-found'] as const).some((code) => isNotStoredYet(new KithError(code, '')))
		).toBe(false);
	});
});
