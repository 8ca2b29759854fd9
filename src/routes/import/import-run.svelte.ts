import { SvelteSet } from 'svelte/reactivity';
import type { ContactDraft } from '$lib/domain/contact';
import type { Problem } from '$lib/formats/imported';
import { countStandings, planImport, type Planned } from '$lib/formats/import-plan';
import type { Live } from '$lib/state/live.svelte';
import type { PhotoUrls } from '$lib/state/photo-urls.svelte';
import type { AddressBookReader, ReadyContact } from '$lib/workers/address-book-reader';

export interface FoundProblem extends Problem {
	readonly file: string;
}

/** Reads files away from the page; `stop` ends it at once. */
export interface Reading {
	readonly reader: AddressBookReader;
	readonly stop: () => void;
}

export type Stage = 'choose' | 'read' | 'preview' | 'bring' | 'done';

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
	/** Indices into `planned` of those to take. */
	readonly taken = new SvelteSet<number>();
	readonly counts = $derived(countStandings(this.planned));
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

	async read(files: readonly File[]): Promise<void> {
		this.stop();
		this.stage = 'read';
		this.done = 0;
		this.problems = [];
		const contacts: ReadyContact[] = [];
		const problems: FoundProblem[] = [];
		const reading = this.#startReading();
		this.#reading = reading;
		for (const file of files) {
			this.file = file.name;
			this.progress = 0;
			await reading.reader.read(file, (part) => {
				contacts.push(...part.contacts);
				problems.push(...part.problems.map((problem) => ({ ...problem, file: file.name })));
				this.done = contacts.length;
				this.progress = part.progress;
			});
		}
		reading.stop();
		const uids = await this.#live.kith.readUids();
		if (this.#reading !== reading) return;
		this.#reading = null;
		this.problems = problems;
		this.planned = planImport(contacts, this.#live.list, uids);
		this.take('all');
		this.stage = 'preview';
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

	/** Brings in those taken; false when it was stopped, and nothing changed. When it fails nothing stays of it either. */
	async bring(origin: string): Promise<boolean> {
		this.stage = 'bring';
		this.done = 0;
		this.#stopped = false;
		this.#origin = origin;
		let count: number | null;
		try {
			count = await this.#bringTaken();
		} catch (reason) {
			await this.#takeBack();
			throw reason;
		}
		if (count === null) return this.#giveUp();
		if (this.#stopped) {
			await this.#live.kith.takeBack(origin);
			return this.#giveUp();
		}
		this.done = count;
		this.stage = 'done';
		return true;
	}

	/** Ends what is going on. What was brought in already goes again. */
	stop(): void {
		this.#reading?.stop();
		this.#reading = null;
		this.#stopped = true;
		if (this.stage === 'read') this.stage = 'choose';
	}

	/** Takes all of it back. */
	async undo(): Promise<void> {
		await this.#live.kith.takeBack(this.#origin);
		this.stage = 'choose';
	}

	/** How many were brought in; null when it was stopped before. */
	async #bringTaken(): Promise<number | null> {
		const contacts: ContactDraft[] = [];
		for (const index of [...this.taken].sort((a, b) => a - b)) {
			const contact = this.planned[index]?.contact;
			if (contact) contacts.push(await this.#withPhoto(contact));
			if (this.#stopped) return null;
		}
		await this.#live.kith.bringIn({ contacts }, this.#origin, (done) => (this.done = done));
		return contacts.length;
	}

	async #takeBack(): Promise<void> {
		try {
			await this.#live.kith.takeBack(this.#origin);
		} catch (reason) {
			console.info('What was brought in could not be taken back on the disk yet:', String(reason));
		}
		this.stage = 'preview';
	}

	#giveUp(): false {
		this.stage = 'preview';
		return false;
	}

	async #withPhoto({ draft, photo }: ReadyContact): Promise<ContactDraft> {
		return photo ? { ...draft, photo: await this.#photos.put(photo) } : draft;
	}
}
