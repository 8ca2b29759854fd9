import type { ContactId } from '$lib/domain/contact';
import type { Change, Page } from '$lib/kith';
import type { Derived } from '$lib/storage/derived';
import type { Opened } from './opened';

/** Interactions of a page, and of the timeline, that the fast store keeps. */
const fastInteractions = 40;
/** While changes are gathered, how often it looks whether they are told. */
const gatheringMs = 250;
/** Above this many contacts at once, the store is quicker rebuilt than patched. */
const rebuildAbove = 2000;

/** Keeps the fast store as fresh as the document. What it could not write, it rebuilds. */
export class DerivedKeeper {
	readonly #contacts = new Set<ContactId>();
	#timeline = false;
	#reminders = false;
	#settings = false;
	#stale = false;
	/** Grows with each change, so that nothing is stored here that is not yet durable in the log. */
	#changes = 0;
	#isWaiting = false;
	#work: Promise<void>;

	constructor(
		private readonly opened: Opened,
		private readonly derived: Derived
	) {
		this.#work = this.#checkFresh();
		opened.watch((change) => this.#note(change));
	}

	async followed(): Promise<void> {
		await this.#work;
		if (this.#isWaiting) await this.followed();
	}

	async #checkFresh(): Promise<void> {
		await this.opened.adapters.pause();
		const mark = await this.derived.readMark();
		if (mark !== this.opened.adapters.log.mark) {
			this.#stale = true;
			this.#schedule();
		}
	}

	#note(change: Change): void {
		this.#changes++;
		for (const id of change.pages) this.#contacts.add(id);
		for (const { id } of change.rows) this.#contacts.add(id);
		this.#timeline ||= change.timeline;
		this.#reminders ||= change.reminders !== null;
		this.#settings ||= change.settings !== null;
		this.#schedule();
	}

	#schedule(): void {
		if (this.#isWaiting) return;
		this.#isWaiting = true;
		this.#work = this.#work.then(() => this.#write()).catch(() => this.#giveUp());
	}

	/** The store keeps its old mark, or none, so the next opening rebuilds it if no later change does. */
	#giveUp(): void {
		this.#isWaiting = false;
		this.#stale = true;
	}

	async #write(): Promise<void> {
		const { log, pause } = this.opened.adapters;
		for (let seen = -1; seen !== this.#changes || this.opened.isGathering;) {
			seen = this.#changes;
			await pause(this.opened.isGathering ? gatheringMs : 0);
			await log.settled();
		}
		this.#isWaiting = false;
		if (this.#stale || this.#contacts.size > rebuildAbove) await this.#rebuild();
		else await this.#patch();
	}

	#forget(): void {
		this.#contacts.clear();
		this.#stale = this.#timeline = this.#reminders = this.#settings = false;
	}

	async #rebuild(): Promise<void> {
		const { doc, projection, adapters } = this.opened;
		this.#forget();
		const timeline = projection.timeline.page(fastInteractions, null);
		await this.derived.rebuild(projection.head(), this.#pages(doc.contacts.ids()), timeline, adapters.log.mark);
	}

	async #patch(): Promise<void> {
		const { projection, adapters } = this.opened;
		const ids = [...this.#contacts];
		const patch = {
			rows: ids.flatMap((id) => projection.row(id) ?? []),
			removed: ids.filter((id) => !projection.live.has(id)),
			pages: [...this.#pages(ids)],
			...(this.#timeline && { timeline: projection.timeline.page(fastInteractions, null) }),
			...(this.#reminders && { reminders: projection.reminders() }),
			...(this.#settings && { settings: projection.settings }),
			mark: adapters.log.mark
		};
		this.#forget();
		await this.derived.patch(patch);
	}

	*#pages(ids: Iterable<ContactId>): Iterable<Page> {
		for (const id of ids) {
			const page = this.opened.projection.page(id, fastInteractions);
			if (page) yield page;
		}
	}
}
