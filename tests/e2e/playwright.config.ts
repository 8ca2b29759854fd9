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
	// The product's own server, which builds what is stale.
	webServer: {
		command: `node src/meeting-point/start.js --port ${port}`,
		cwd: '../..',
		url: `http://127.0.0.1:${port}`,
		reuseExistingServer: !ci,
		timeout: 180_000
	}
});
