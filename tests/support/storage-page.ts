/** Serves the storage harness to a real browser, on an origin that counts as secure. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { build } from 'vite';
import type { Harness } from './storage-harness';

declare global {
	var harness: Harness;
}

const page = '<!doctype html><title>storage</title><script type="module" src="/harness.js"></script>';

async function bundle(): Promise<string> {
	const root = join(import.meta.dirname, '../..');
	const built = await build({
		root,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: join(root, 'src/lib') } },
		build: {
			write: false,
			minify: false,
			target: 'esnext',
			modulePreload: false,
			lib: { entry: join(import.meta.dirname, 'storage-harness.ts'), formats: ['es'], fileName: 'harness' }
		}
	});
	const [output] = [built].flat();
	if (!output || !('output' in output)) throw new Error('no bundle');
	return output.output[0].code;
}

/** `url` is where the harness page is served; each test file has a port, so an origin, so storage, of its own. */
export const test = base.extend<object, { url: string }>({
	url: [
		async ({ browserName: _ }, use) => {
			const code = await bundle();
			const server = createServer((request, response) => {
				const isCode = request.url === '/harness.js';
				response.setHeader('content-type', isCode ? 'text/javascript' : 'text/html');
				response.end(isCode ? code : page);
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
			server.closeAllConnections();
			server.close();
		},
		{ scope: 'worker' }
	],
	page: async ({ page, url }, use) => {
		await openHarness(page, url);
		await use(page);
	}
});

export { expect } from '@playwright/test';

export async function openHarness(page: import('@playwright/test').Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitForFunction(() => 'harness' in globalThis);
}
