import { test } from '@playwright/test';

/** What a test needs of the machine. Where it is missing the test is skipped, and the report says what is missing. */
export function needed<T>(found: T | null | undefined, missing: string): T {
	if (found !== null && found !== undefined) return found;
	test.info().skip(true, missing);
	throw new Error(missing);
}
