import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with each violation of WCAG 2.2 AA that axe finds, and where. */
export async function expectAccessible(page: Page): Promise<void> {
	// What is still fading in has less contrast than it will have.
	await page.evaluate(async () => {
		const ending = document
			.getAnimations()
			.filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
		await Promise.allSettled(ending.map(({ finished }) => finished));
	});
	// By the debugging protocol, because the page's own policy lets no script in.
	const session = await page.context().newCDPSession(page);
	await session.send('Runtime.evaluate', { expression: source });
	await session.detach();
	const { violations } = await page.evaluate(
		(tags) =>
			(window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
				runOnly: { type: 'tag', values: tags }
			}),
		rules
	);
	const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}\n    ${html}`));
	expect(found, found.join('\n')).toEqual([]);
}
