import type { Page } from '@playwright/test';

export const rest = (ms: number) => new Promise<void>((settle) => setTimeout(settle, ms));

/** Closes and lets the page's threads end, so that they take nothing from the next measurement. */
export async function closeAndRest(page: Page): Promise<void> {
	await page.close();
	await rest(500);
}

/** Waits until the page and its workers have had nothing to do for two seconds: the document is open, all is made. */
export async function becomeIdle(page: Page): Promise<void> {
	for (let quiet = 0; quiet < 20;) {
		const start = performance.now();
		await Promise.all([page.evaluate(() => 0), ...page.workers().map((worker) => worker.evaluate(() => 0))]);
		quiet = performance.now() - start < 30 ? quiet + 1 : 0;
		await rest(100);
	}
}

/** Asks again and again; throws, saying what did not come, when the answer stays false. */
export async function until(what: string, limitMs: number, ask: () => Promise<boolean>): Promise<void> {
	for (const start = performance.now(); !(await ask()); await rest(200)) {
		if (performance.now() - start > limitMs) throw new Error(`In ${limitMs} ms it did not come to this: ${what}`);
	}
}
