import type { ContactId } from '$lib/domain/contact';
import { Persisted } from './persisted.svelte';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Who is meant by a name as written. */
export type Meant = Readonly<Record<string, ContactId>>;

function readMeant(stored: unknown): Meant {
	if (typeof stored !== 'object' || stored === null) return {};
	return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, string] => isText(entry[1])));
}

/** The sentence being written, wherever it is written: kept when the page is left, and the wish to write one. */
export class Logging {
	readonly #draft = new Persisted('kith:sentence', (stored) => (isText(stored) ? stored : ''));
	readonly #meant = new Persisted('kith:sentence-meant', readMeant);
	#begin: ((beginning: string) => void) | null = null;
	/** True while the field is asked for in a dialog, on screens that have none of their own. */
	open = $state(false);

	get draft(): string {
		return this.#draft.current;
	}

	set draft(text: string) {
		if (text !== this.#draft.current) this.#draft.current = text;
		if (!text.trim() && Object.keys(this.meant).length > 0) this.#meant.current = {};
	}

	get meant(): Meant {
		return this.#meant.current;
	}

	/** Says who is meant by a name as written, for as long as the sentence is. */
	mean(name: string, id: ContactId): void {
		this.#meant.current = { ...this.meant, [name]: id };
	}

	/** Tells that a screen has a field of its own, to begin in; returns the stop. */
	adopt(begin: (beginning: string) => void): () => void {
		this.#begin = begin;
		return () => {
			if (this.#begin === begin) this.#begin = null;
		};
	}

	/** Begins a sentence, behind what is being written already: in the screen's own field, else in a dialog. */
	start(beginning = ''): void {
		if (this.#begin) return this.#begin(beginning);
		this.add(beginning);
		this.open = true;
	}

	/** Begins a sentence about someone, who is meant even if others bear the same name. */
	startWith({ id, name }: { readonly id: ContactId; readonly name: string }): void {
		this.mean(name, id);
		this.start(`@${name} `);
	}

	add(beginning: string): void {
		if (!beginning || this.draft.includes(beginning.trim())) return;
		this.draft = this.draft.trim() ? `${this.draft.trimEnd()} ${beginning}` : beginning;
	}
}

/** One a page: a draft belongs to the device, not to an opened document. */
export const logging = new Logging();
