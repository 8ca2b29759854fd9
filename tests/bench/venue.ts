/** A real browser with a profile of its own on disk, and the built app served to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'vite';
import { root } from '../../src/meeting-point/project.js';
import { findChromium, installChromium, launchOptions } from '../support/chromium.js';
import { serveBench, type BenchServer } from './server';

export interface Venue {
	readonly server: BenchServer;
	readonly context: BrowserContext;
	/** A page of the app, nothing of it loaded yet; the caller closes it. */
	newAppPage(): Promise<Page>;
	/** A page of the app's origin that only has `window.bench`; the caller closes it. */
	openBarePage(): Promise<Page>;
	close(): Promise<void>;
}

/** A laptop's. */
const viewport = { width: 1280, height: 800 };

/** @param files what bare pages find at `/bench/<name>` */
export async function openVenue(files: Readonly<Record<string, Uint8Array>>): Promise<Venue> {
	if (!findChromium()) installChromium();
	const server = await serveBench(await buildPageScript(), files);
	const profile = mkdtempSync(join(tmpdir(), 'kith-bench-'));
	const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), locale: 'en-US', viewport });
	await context.grantPermissions(['notifications'], { origin: server.origin });
	return {
		server,
		context,
		newAppPage: () => context.newPage(),
		openBarePage: () => openBarePage(context, server.origin),
		close: async () => {
			await context.close();
			server.close();
			rmSync(profile, { recursive: true, force: true });
		}
	};
}

/** Past the service worker, which would answer with the app. */
async function openBarePage(context: BrowserContext, origin: string): Promise<Page> {
	const page = await context.newPage();
	const protocol = await context.newCDPSession(page);
	await protocol.send('Network.enable');
	await protocol.send('Network.setBypassServiceWorker', { bypass: true });
	await page.goto(`${origin}/bench/`);
	await page.waitForFunction(() => 'bench' in window);
	return page;
}

async function buildPageScript(): Promise<string> {
	const outDir = join(root, '.cache/bench');
	await build({
		root,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		resolve: { alias: { $lib: join(root, 'src/lib') } },
		build: {
			outDir,
			emptyOutDir: false,
			lib: { entry: join(root, 'tests/bench/page/page.ts'), formats: ['es'], fileName: () => 'page.js' }
		}
	});
	return join(outDir, 'page.js');
}
