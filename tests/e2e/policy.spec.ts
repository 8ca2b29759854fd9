import { expect, test } from './support/app';

const elsewhere = 'https://elsewhere.example/';

test('no script in the page can reach another host, and an attempt does not pass unseen', async ({ page, watch }) => {
	await page.goto('/');
	const refused = await page.evaluate((url) => fetch(url).then(String, String), elsewhere);
	expect(refused).toContain('Failed to fetch');
	expect(watch.faults.join('\n')).toContain(`Connecting to '${elsewhere}' violates`);
	watch.forgive(/elsewhere\.example/);
});

test('no text becomes a script, not even of this host', async ({ page, watch }) => {
	await page.goto('/');
	const refused = await page.evaluate(() => {
		try {
			new Worker('/service-worker.js').terminate();
			return 'started';
		} catch (error) {
			return String(error);
		}
	});
	expect(refused).toContain("This document requires 'TrustedScriptURL'");
	watch.forgive(/TrustedScriptURL/);
});

test('the app cannot be shown within another page', async ({ page, watch, baseURL }) => {
	await page.route('http://127.0.0.1:1/frame', (route) =>
		route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL}/"></iframe>` })
	);
	await page.goto('http://127.0.0.1:1/frame');
	await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
	watch.forgive(/frame-ancestors/);
});
