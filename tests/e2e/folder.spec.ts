import { expect, test } from '@playwright/test';
import { build, type Rolldown } from 'vite';

/** No page of the app: what is tried here needs a browser and nothing else. */
const blank = 'http://127.0.0.1:9/';

test('a folder of the browser is listed, read, written and missed, through storage and another thread', async ({
	page
}) => {
	const entry = new URL('./support/folder-page.ts', import.meta.url).pathname;
	const built = await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: new URL('../../src/lib', import.meta.url).pathname } },
		build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'kithFolder' } }
	});
	const code = (built as Rolldown.RolldownOutput[])[0]?.output[0].code ?? '';
	await page.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
	await page.goto(blank);
	await page.addScriptTag({ content: code });
	expect(await page.evaluate('kithFolder.tryFolder()')).toEqual([
		'chosen',
		true,
		[['kith-bcdfghjkmnpq-1.kith-sync', 3_000_000, true]],
		[1, 2, 3],
		[],
		null,
		'missing',
		'missing'
	]);
});
