#!/usr/bin/env node
/**
 * Takes the manifest's screenshots of the built app with the sample people: `node tests/support/take-screenshots.js`,
 * after `npm run build`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildFolder, root } from '../../src/meeting-point/project.js';
import { createAppServer, listen } from '../../src/meeting-point/serve.js';
import { launchOptions } from './chromium.js';

/** @typedef {import('@playwright/test').Page} Page */

const folder = join(root, 'static/screenshots');
const narrow = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const wide = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };

/** @param {Page} page */
const openSomebody = async (page) => {
	await page.getByRole('link', { name: 'People', exact: true }).click();
	await page.getByRole('main').locator('a[href*="person="]').nth(2).click();
	await page.waitForURL(/person=/);
};

/** @type {readonly { name: string, screen: object, goTo: (page: Page) => Promise<void> }[]} */
const pictures = [
	{ name: 'today-narrow.png', screen: narrow, goTo: async () => {} },
	{ name: 'person-narrow.png', screen: narrow, goTo: openSomebody },
	{ name: 'people-wide.png', screen: wide, goTo: openSomebody }
];

mkdirSync(folder, { recursive: true });
const server = createAppServer(buildFolder, '');
const port = await listen(server, { host: '127.0.0.1', port: 0, anyPort: false });
const browser = await chromium.launch(launchOptions());
for (const { name, screen, goTo } of pictures) {
	const page = await browser.newPage({ ...screen, locale: 'en-GB', reducedMotion: 'reduce' });
	await page.goto(`http://127.0.0.1:${port}/`);
	await page.getByRole('button', { name: 'Try with sample people' }).click();
	await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
	await goTo(page);
	await page.mouse.move(0, 0);
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	await page.screenshot({ path: join(folder, name), animations: 'disabled' });
	await page.close();
}
await browser.close();
server.close();
server.closeAllConnections();
