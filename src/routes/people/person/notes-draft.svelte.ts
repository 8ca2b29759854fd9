import type { Contact } from '$lib/domain/contact';
import type { Live } from '$lib/state/live.svelte';
import { unsavedEdits } from '$lib/state/unsaved-edits.svelte';
import { attempt } from '$lib/ui/trouble/attempt';

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
	readonly unsaved = $derived(this.editing && this.text !== this.#before);
	readonly #live: Live;
	readonly #contact: () => Contact;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(live: Live, contact: () => Contact) {
		this.#live = live;
		this.#contact = contact;
		$effect(() => (this.unsaved ? unsavedEdits.begin() : undefined));
		$effect(() => {
			const { notes } = contact();
			if (this.editing && !this.unsaved && notes !== this.text) this.text = this.#before = notes;
		});
		// Leaving the page is no reason to lose a word.
		$effect(() => () => void this.save());
	}

	begin(): void {
		this.text = this.#before = this.#contact().notes;
		this.editing = true;
	}

	type(text: string): void {
		this.text = text;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), pauseMs);
	}

	async save(): Promise<void> {
		clearTimeout(this.#timer);
		const before = this.#before;
		const after = this.text;
		if (before === after) return;
		this.#before = after;
		const written = await attempt(this.#live.kith.editNotes(this.#contact().id, before, after).then(() => true));
		if (!written && this.#before === after) this.#before = before;
	}

	async end(): Promise<void> {
		await this.save();
		if (!this.unsaved) this.editing = false;
	}
}
