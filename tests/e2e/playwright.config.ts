import { defineConfig } from '@playwright/test';
import { launchOptions } from '../support/chromium.js';

const port = Number(process.env.KITH_E2E_PORT ?? 4319);
const ci = Boolean(process.env.CI);

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	workers: 2,
	forbidOnly: ci,
	// Two busy cores can starve a browser. What passes only at the second try is named at the end: a fault to look into.
	retries: ci ? 1 : 0,
	timeout: 120_000,
	globalTimeout: 55 * 60_000,
	// Generous: a slow machine is no fault of the app's.
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		browserName: 'chromium',
		// By the environment, because an emulated time zone does not reach workers.
		launchOptions: { ...launchOptions(), env: { ...process.env, TZ: 'Europe/Paris' } },
		locale: 'en-GB',
		// What a failed test saw is told as text; recording it all doubles the time.
		trace: ci ? 'off' : 'retain-on-failure'
	},
	projects: [
		{ name: 'one device', testIgnore: 'devices/**' },
		{
			name: 'devices',
			testMatch: 'devices/**',
			// On a busy machine a browser may say nothing for so long that another takes its link for dead, which is told
			// after 11 s; a new one is there within 16.
			expect: { timeout: 60_000 },
			timeout: 240_000
		}
	],
	// The product's own server, which builds what is stale.
	webServer: {
		command: `node src/meeting-point/start.js --port ${port}`,
		cwd: '../..',
		url: `http://127.0.0.1:${port}`,
		reuseExistingServer: !ci,
		timeout: 180_000
	}
});
