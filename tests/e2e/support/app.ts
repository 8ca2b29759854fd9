import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { watchContext, type Watch } from './watch';

export { expect } from '@playwright/test';
export { expectAccessible } from './accessible';

/** A device of its own: a context with its own storage, all of it watched. */
export interface Device {
	readonly context: BrowserContext;
	readonly page: Page;
	readonly watch: Watch;
}

interface Fixtures {
	/** Watches the test's own context; whatever went wrong unasked fails the test at its end. */
	watch: Watch;
	/** Opens another device. */
	openDevice: () => Promise<Device>;
}

export const test = base.extend<Fixtures>({
	watch: [
		async ({ context }, use) => {
			const watch = watchContext(context);
			await use(watch);
			expect(watch.faults).toEqual([]);
		},
		{ auto: true }
	],
	openDevice: async ({ browser, baseURL, contextOptions }, use) => {
		const opened: Device[] = [];
		await use(async () => {
			const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}) });
			const device = { context, page: await context.newPage(), watch: watchContext(context) };
			opened.push(device);
			return device;
		});
		for (const { context, watch } of opened) {
			await context.close();
			expect(watch.faults).toEqual([]);
		}
	}
});
