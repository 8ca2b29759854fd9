/** A real browser with an address book in it, on the built app. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'vite';
import * as Y from 'yjs';
import { root } from '../../src/meeting-point/project.js';
import { findChromium, installChromium, launchOptions } from '../support/chromium.js';
import { writeAddressBook } from './address-book/document';
import { fullSize, generateAddressBook, type FullDraft, type Size } from './address-book/generate';
import { idMaker } from './address-book/ids';
import { Chance } from './address-book/random';
import { searchTexts } from './address-book/texts';
import { until } from './browser';
import { serveBench, type BenchServer } from './server';

export interface Stage {
	readonly draft: FullDraft;
	readonly server: BenchServer;
	readonly context: BrowserContext;
	/** A page of the app, nothing of it loaded yet; the caller closes it. */
	newAppPage(): Promise<Page>;
	/** A page that only has `window.bench`; the caller closes it. */
	openBarePage(): Promise<Page>;
}

export interface Stages {
	readonly say: (line: string) => void;
	/** At the size every row is measured at; the app has been open there before and has made what it keeps. */
	full(): Promise<Stage>;
	/** A small address book in a browser that has never loaded the app. */
	fresh(): Promise<Stage>;
	close(): Promise<void>;
}

const smallSize: Size = { contacts: 200, interactions: 1_000, reminders: 5 };
/** A laptop's. */
const viewport = { width: 1280, height: 800 };
/** What the app's own document is called in the browser, and its copy that only the baselines read. */
const appDatabase = 'kith';
export const plainDatabase = 'bench-plain';

export function openStages(say: (line: string) => void): Stages {
	const opened: Promise<OpenStage>[] = [];
	let full: Promise<OpenStage> | null = null;
	const open = (size: Size) => {
		const stage = openStage(size, say);
		opened.push(stage);
		return stage;
	};
	return {
		say,
		full: () =>
			(full ??= open(fullSize).then(async (stage) => {
				await letAppPrepare(stage, say);
				return stage;
			})),
		fresh: () => open(smallSize),
		close: async () => {
			for (const result of await Promise.allSettled(opened))
				if (result.status === 'fulfilled') await result.value.close();
		}
	};
}

type OpenStage = Stage & { close(): Promise<void> };

async function openStage(size: Size, say: (line: string) => void): Promise<OpenStage> {
	if (!findChromium()) installChromium();
	say(`Making ${size.contacts} contacts with ${size.interactions} interactions …`);
	const now = () => Date.now();
	const draft = generateAddressBook(size, new Date(now()).toISOString().slice(0, 10));
	const { doc } = writeAddressBook(draft, idMaker(new Chance(1), now), now);
	const script = await buildPageScript();
	const server = await serveBench(script, { document: Y.encodeStateAsUpdate(doc), texts: searchTexts(draft) });
	const profile = mkdtempSync(join(tmpdir(), 'kith-bench-'));
	const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), locale: 'en-US', viewport });
	const stage: OpenStage = {
		draft,
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
	await context.grantPermissions(['notifications'], { origin: server.origin });
	await fillStorage(stage);
	return stage;
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

async function fillStorage(stage: Stage): Promise<void> {
	const page = await stage.openBarePage();
	await page.evaluate(
		async ([app, plain]) => {
			localStorage.setItem('kith:preferences', JSON.stringify({ started: true }));
			await window.bench.fillDatabase(app);
			await window.bench.fillDatabase(plain);
		},
		[appDatabase, plainDatabase] as const
	);
	await page.close();
}

/** Opens the app once, as its owner has before, until it has made what it keeps beside the document. */
async function letAppPrepare(stage: Stage, say: (line: string) => void): Promise<void> {
	say('Opening the app once, so that it makes what it keeps …');
	const app = await stage.newAppPage();
	await app.goto(`${stage.server.origin}/`);
	const bare = await stage.openBarePage();
	const contacts = stage.draft.contacts.length;
	await until('the app has made its fast store and index', 180_000, () =>
		bare.evaluate((rows) => window.bench.isAppPrepared(rows), contacts)
	);
	await bare.close();
	await app.close();
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
