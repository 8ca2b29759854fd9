import { expect, test } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { rtcContract } from '../../src/lib/sync/connect/rtc.contract';

/** No page of the app: what is tried here needs a browser and nothing else. */
const blank = 'http://127.0.0.1:9/';
let code = '';

test.beforeAll(async () => {
	const entry = new URL('./support/rtc-contract-page.ts', import.meta.url).pathname;
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'kithRtc' } }
	});
	code = (built as Rolldown.RolldownOutput[])[0]?.output[0].code ?? '';
});

for (const { name } of rtcContract) {
	test(`a browser's connection: ${name}`, async ({ page }) => {
		await page.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
		await page.goto(blank);
		await page.addScriptTag({ content: code });
		expect(await page.evaluate(`kithRtc.runRtcCase(${JSON.stringify(name)})`)).toBeNull();
	});
}
