import { describe, expect, it } from 'vitest';
import { retryDelay } from './retry';

describe('the wait before a new try', () => {
	it('grows to five minutes and stays there, up to a quarter more or less', () => {
		expect([0, 1, 2, 3, 4, 5, 6, 1e9].map((attempt) => retryDelay(attempt, () => 0.5) / 1000)).toEqual([
			1, 2, 5, 15, 60, 300, 300, 300
		]);
		expect([retryDelay(0, () => 0), retryDelay(0, () => 0.9999)]).toEqual([750, 1250]);
	});
});
