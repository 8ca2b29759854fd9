/** Venues with an address book in the app's own storage. */
import * as Y from 'yjs';
import { writeAddressBook } from './address-book/document';
import { fullSize, generateAddressBook, type FullDraft, type Size } from './address-book/generate';
import { idMaker } from './address-book/ids';
import { Chance } from './address-book/random';
import { searchTexts } from './address-book/texts';
import { until } from './browser';
import { openVenue, type Venue } from './venue';

export interface Stage extends Venue {
	readonly draft: FullDraft;
	/** How many its document has as one update. */
	readonly documentBytes: number;
}

type Say = (line: string) => void;

export interface Stages {
	readonly say: Say;
	/** At the size every row is measured at; the app has been open there before and has made what it keeps. */
	full(): Promise<Stage>;
	/** A small address book in a browser that has never loaded the app. */
	fresh(): Promise<Stage>;
	/** No address book; `files` are what bare pages find at `/bench/<name>`, `args` what the browser is started with. */
	empty(files: Readonly<Record<string, Uint8Array>>, args?: readonly string[]): Promise<Venue>;
	close(): Promise<void>;
}

const smallSize: Size = { contacts: 200, interactions: 1_000, reminders: 5 };
/** What the app's own document is called in the browser, and its copy that only the baselines read. */
const appDatabase = 'kith';
export const plainDatabase = 'bench-plain';

export function openStages(say: Say): Stages {
	const opened: Promise<Venue>[] = [];
	const closedLater = <T extends Venue>(opening: Promise<T>): Promise<T> => {
		opened.push(opening);
		return opening;
	};
	let full: Promise<Stage> | null = null;
	return {
		say,
		full: () => {
			full ??= closedLater(openStage(fullSize, say)).then((stage) => prepared(stage, say));
			return full;
		},
		fresh: () => closedLater(openStage(smallSize, say)),
		empty: (files, args) => closedLater(openVenue(files, args)),
		close: async () => {
			for (const result of await Promise.allSettled(opened))
				if (result.status === 'fulfilled') await result.value.close();
		}
	};
}

async function openStage(size: Size, say: Say): Promise<Stage> {
	say(`Making ${size.contacts} contacts with ${size.interactions} interactions …`);
	const now = () => Date.now();
	const draft = generateAddressBook(size, new Date(now()).toISOString().slice(0, 10));
	const { doc } = writeAddressBook(draft, idMaker(new Chance(1), now), now);
	const texts = new TextEncoder().encode(JSON.stringify(searchTexts(draft)));
	const document = Y.encodeStateAsUpdate(doc);
	const venue = await openVenue({ document, texts });
	const page = await venue.openBarePage();
	await page.evaluate(
		async ([app, plain]) => {
			localStorage.setItem('kith:preferences', JSON.stringify({ started: true }));
			await window.bench.fillDatabase(app, 'document');
			await window.bench.fillDatabase(plain, 'document');
		},
		[appDatabase, plainDatabase] as const
	);
	await page.close();
	return { ...venue, draft, documentBytes: document.length };
}

/** Opens the app once, as its owner has before, until it has made what it keeps beside the document. */
async function prepared(stage: Stage, say: Say): Promise<Stage> {
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
	return stage;
}
