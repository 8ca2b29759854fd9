import { SvelteSet } from 'svelte/reactivity';
import type { ContactDraft } from '$lib/domain/contact';
import type { Problem } from '$lib/formats/imported';
import { countStandings, planImport, type Planned } from '$lib/formats/import-plan';
import type { Live } from '$lib/state/live.svelte';
import type { PhotoUrls } from '$lib/state/photo-urls.svelte';
import { unsavedEdits } from '$lib/state/unsaved-edits.svelte';
import type { AddressBookReader, ReadyContact } from '$lib/workers/address-book-reader';

export interface FoundProblem extends Problem {
	readonly file: string;
}

/** Reads files away from the page; `stop` ends it at once. */
export interface Reading {
	readonly reader: AddressBookReader;
	readonly stop: () => void;
}

export type Stage = 'choose' | 'read' | 'preview' | 'bring' | 'done' | 'broken-off';

/** How bringing people in ended; where it broke off, some are here and can be taken back. */
export type Ending = 'done' | 'stopped' | 'broken-off';

/** One import, from the files to the people: read, looked over, brought in, and taken back if so wished. */
export class ImportRun {
	stage = $state<Stage>('choose');
	/** The file being read. */
	file = $state('');
	/** People found so far, then people brought in so far. */
	done = $state(0);
	/** Share of the file read so far, 0 to 1. */
	progress = $state(0);
	problems = $state.raw<readonly FoundProblem[]>([]);
	planned = $state.raw<readonly Planned<ReadyContact>[]>([]);
	/** Why it broke off. */
	failure = $state.raw<unknown>(null);
	/** Indices into `planned` of those to take. */
	readonly taken = new SvelteSet<number>();
	readonly #live: Live;
	readonly #photos: PhotoUrls;
	readonly #startReading: () => Reading;
	#reading: Reading | null = null;
	#stopped = false;
	#origin = '';

	constructor(live: Live, photos: PhotoUrls, startReading: () => Reading) {
		this.#live = live;
		this.#photos = photos;
		this.#startReading = startReading;
	}

	/** No `$derived`: the run outlives the screen it was begun on, and what that owned stands still with it. */
	get counts() {
		return countStandings(this.planned);
	}

	async read(files: readonly File[]): Promise<void> {
		this.stop();
		this.stage = 'read';
		this.done = 0;
		this.problems = [];
		const contacts: ReadyContact[] = [];
		const problems: FoundProblem[] = [];
		const reading = this.#startReading();
		this.#reading = reading;
		try {
			for (const file of files) {
				this.file = file.name;
				this.progress = 0;
				try {
					await reading.reader.read(file, (part) => {
						contacts.push(...part.contacts);
						problems.push(...part.problems.map((problem) => ({ ...problem, file: file.name })));
						this.done = contacts.length;
						this.progress = part.progress;
					});
				} catch (reason) {
					console.info('A file could not be read:', String(reason));
					problems.push({ line: 0, code: 'file-not-read', file: file.name });
				}
			}
			const uids = await this.#live.kith.readUids();
			if (this.#reading !== reading) return;
			this.problems = problems;
			this.planned = planImport(contacts, this.#live.list, uids);
			this.take('all');
			this.stage = 'preview';
		} finally {
			reading.stop();
			if (this.#reading === reading) {
				this.#reading = null;
				if (this.stage === 'read') this.stage = 'choose';
			}
		}
	}

	/** All that are new, or nobody. */
	take(which: 'all' | 'none'): void {
		this.taken.clear();
		if (which === 'all') {
			this.planned.forEach(({ standing }, index) => {
				if (standing === 'new') this.taken.add(index);
			});
		}
	}

	toggle(index: number): void {
		if (!this.taken.delete(index)) this.taken.add(index);
	}

	/**
	 * Brings in those taken, as long as it takes and whatever screen is looked at. Rejects with nothing changed, or ends
	 * as `broken-off`.
	 */
	async bring(origin: string): Promise<Ending> {
		this.stage = 'bring';
		this.done = 0;
		this.#stopped = false;
		this.#origin = origin;
		const { kith } = this.#live;
		const before = this.#live.list.length;
		const saved = unsavedEdits.begin();
		try {
			const contacts: ContactDraft[] = [];
			for (const index of [...this.taken].sort((a, b) => a - b)) {
				const contact = this.planned[index]?.contact;
				if (this.#stopped) break;
				if (contact) contacts.push(await this.#withPhoto(contact));
			}
			if (!this.#stopped)
				await kith.bringIn({ contacts }, origin, (done) => {
					this.done = done;
					return !this.#stopped;
				});
			if (this.#stopped) await kith.takeBack(origin);
			this.stage = this.#stopped ? 'preview' : 'done';
			return this.#stopped ? 'stopped' : 'done';
		} catch (reason) {
			this.stage = 'preview';
			if (this.#live.list.length <= before) throw reason;
			this.failure = reason;
			this.stage = 'broken-off';
			return 'broken-off';
		} finally {
			saved();
		}
	}

	/** Ends what is going on. What was brought in already goes again. */
	stop(): void {
		this.#reading?.stop();
		this.#reading = null;
		this.#stopped = true;
		if (this.stage === 'read') this.stage = 'choose';
	}

	/** Begins anew, unless people are being brought in: these come whether or not one looks on. */
	leave(): void {
		if (this.stage === 'bring') return;
		this.stop();
		this.planned = [];
		this.stage = 'choose';
	}

	/** Takes back all that came with an origin, the latest unless told. */
	async undo(origin = this.#origin): Promise<void> {
		await this.#live.kith.takeBack(origin);
		if (origin === this.#origin && (this.stage === 'done' || this.stage === 'broken-off')) this.stage = 'choose';
	}

	async #withPhoto({ draft, photo }: ReadyContact): Promise<ContactDraft> {
		return photo ? { ...draft, photo: await this.#photos.put(photo) } : draft;
	}
}

const runs = new WeakMap<Live, ImportRun>();

/** One a document: it goes on while another screen is looked at, and is found again there. */
export function importRunOf(live: Live, photos: PhotoUrls, startReading: () => Reading): ImportRun {
	const run = runs.get(live) ?? new ImportRun(live, photos, startReading);
	runs.set(live, run);
	return run;
}
