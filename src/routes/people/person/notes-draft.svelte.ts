import type { Contact } from '$lib/domain/contact';
import type { Live } from '$lib/state/live.svelte';
import { unsavedEdits } from '$lib/state/unsaved-edits.svelte';
import { wasMade } from '$lib/ui/trouble/attempt';

/** A pause in typing this long is worth a write. */
const pauseMs = 800;

/**
 * Notes while they are written. What is typed is merged into the notes by what it changes, so that words written
 * elsewhere meanwhile stay; they show up here as soon as nothing is waiting to be saved.
 */
export class NotesDraft {
	editing = $state(false);
	text = $state('');
	/** The notes that `text` grew from. */
	#before = $state('');
	/** Writes under way. */
	#writing = $state(0);
	/** The notes as they were last shown here. */
	#shown = '';
	#last: Promise<void> = Promise.resolve();
	readonly unsaved = $derived(this.editing && (this.text !== this.#before || this.#writing > 0));
	readonly #live: Live;
	readonly #contact: () => Contact;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(live: Live, contact: () => Contact) {
		this.#live = live;
		this.#contact = contact;
		// What is saved by itself while one writes is still half a note.
		$effect(() => (this.editing ? unsavedEdits.begin() : undefined));
		$effect(() => {
			const { notes } = contact();
			if (this.editing && !this.unsaved && notes !== this.#shown) this.#show(notes);
		});
		// Leaving the page is no reason to lose a word.
		$effect(() => () => void this.save());
	}

	begin(): void {
		this.#show(this.#contact().notes);
		this.editing = true;
	}

	#show(notes: string): void {
		this.text = this.#before = this.#shown = notes;
	}

	type(text: string): void {
		this.text = text;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), pauseMs);
	}

	/** Settles once all that was typed so far is written, or refused. */
	save(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.text !== this.#before) this.#last = this.#write(this.#before, this.text);
		return this.#last;
	}

	async #write(before: string, after: string): Promise<void> {
		this.#before = after;
		this.#writing++;
		const made = await wasMade(this.#live.kith.editNotes(this.#contact().id, before, after));
		this.#writing--;
		if (!made && this.#before === after) this.#before = before;
	}

	async end(): Promise<void> {
		await this.save();
		if (!this.unsaved) this.editing = false;
	}
}
