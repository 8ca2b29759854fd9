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
	/** A browser with a profile of its own at the same server, as on another device; closed with this one at the latest. */
	another(args?: readonly string[]): Promise<Venue>;
	close(): Promise<void>;
}

/** A laptop's. */
const viewport = { width: 1280, height: 800 };

/**
 * @param files what bare pages find at `/bench/<name>`
 * @param args what the browser is started with besides
 */
export async function openVenue(
	files: Readonly<Record<string, Uint8Array>>,
	args: readonly string[] = []
): Promise<Venue> {
	if (!findChromium()) installChromium();
	const server = await serveBench(await buildPageScript(), files);
	return venueAt(server, args, () => server.close());
}

async function venueAt(server: BenchServer, args: readonly string[], leave: () => Promise<void>): Promise<Venue> {
	const profile = mkdtempSync(join(tmpdir(), 'kith-bench-'));
	const { args: usual, executablePath } = launchOptions();
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		args: [...usual, ...args],
		locale: 'en-US',
		viewport
	});
	await context.grantPermissions(['notifications'], { origin: server.origin });
	const others: Venue[] = [];
	let closing: Promise<void> | null = null;
	return {
		server,
		context,
		newAppPage: () => context.newPage(),
		openBarePage: () => openBarePage(context, server.origin),
		another: async (own = []) => {
			const other = await venueAt(server, own, async () => {});
			others.push(other);
			return other;
		},
		close: () => (closing ??= close())
	};

	async function close(): Promise<void> {
		for (const other of others) await other.close();
		await context.close();
		await leave();
		rmSync(profile, { recursive: true, force: true });
	}
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
