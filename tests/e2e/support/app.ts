import { test as base, expect } from '@playwright/test';
import { watchContext, type Watch } from './watch';

export { expect } from '@playwright/test';
export { expectAccessible } from './accessible';

interface Fixtures {
	/** Watches the test's own context; whatever went wrong unasked fails the test at its end. */
	watch: Watch;
}

export const test = base.extend<Fixtures>({
	watch: [
		async ({ context }, use) => {
			const watch = watchContext(context);
			await use(watch);
			expect(watch.faults).toEqual([]);
		},
		{ auto: true }
	]
});
