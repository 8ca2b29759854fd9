/** One opened document and what is projected from it: what all verbs and questions share. */
import type { ContactId } from '$lib/domain/contact';
import { KithDocument, ReadOnlyDocument, type Touched } from '$lib/doc/doc';
import type { FieldChange } from '$lib/doc/row';
import { KithError, type Change, type HistoryEntry } from '$lib/kith';
import type { Adapters } from './adapters';
import { Gathering } from './gathering';
import { Projection } from './projection';

export class Opened {
	readonly doc: KithDocument;
	readonly projection: Projection;
	readonly #listeners = new Set<(change: Change) => void>();
	readonly #gathering: Gathering;
	/** Whether anything was changed since it was opened, stored or not. */
	hasChanged = false;

	constructor(readonly adapters: Adapters) {
		this.doc = new KithDocument(adapters.log.doc, adapters.replica, adapters.now);
		this.projection = new Projection(this.doc);
		this.#gathering = new Gathering((touched) => this.#tell(touched), adapters.pause);
		this.doc.watch((touched) => {
			this.hasChanged = true;
			this.#gathering.take(touched);
		});
	}

	/** The document may have more than is projected and was told. */
	get isGathering(): boolean {
		return this.#gathering.isOpen;
	}

	watch(listener: (change: Change) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#tell(touched: Touched): void {
		const change = this.projection.apply(touched);
		for (const listener of this.#listeners) listener(change);
	}

	/** Runs changes as one transaction and waits until they are durable. */
	commit<T>(run: () => T): Promise<T> {
		return this.settle(() => this.doc.change(run));
	}

	/** The same for changes of one contact, which its history remembers. */
	async commitFields(contactId: ContactId, run: () => readonly FieldChange[] | null): Promise<void> {
		if (!this.doc.contacts.has(contactId)) throw new KithError('not-found', `No contact ${contactId}`);
		const changes = await this.commit(run);
		if (!changes) throw new KithError('invalid', `No such field of contact ${contactId}`);
		const at = this.adapters.now();
		if (changes.length) await this.#remember(changes.map((change) => ({ at, contactId, ...change })));
	}

	/** Waits until what `run` changed is durable. */
	async settle<T>(run: () => T): Promise<T> {
		let result: T;
		try {
			result = run();
		} catch (error) {
			if (error instanceof ReadOnlyDocument) throw new KithError('read-only', error.message);
			throw error;
		}
		await this.adapters.log.settled();
		return result;
	}

	/** The change is durable by then: a history that cannot be kept is no failure of it. */
	async #remember(entries: readonly HistoryEntry[]): Promise<void> {
		try {
			await this.adapters.history.append(entries);
		} catch (error) {
			console.info('The history of a change could not be kept:', String(error));
		}
	}
}
