import { test } from '@playwright/test';

/**
 * What a test needs of the machine beyond what `npm test` can bring: another program, such as a Firefox. Where it is
 * missing the test is skipped, with words in the report and a count in the summary. No browser test is
 * skipped in another way.
 */
export function needed<T>(found: T | null | undefined, missing: string): T {
	if (found !== null && found !== undefined) return found;
	test.info().skip(true, missing);
	throw new Error(missing);
}
