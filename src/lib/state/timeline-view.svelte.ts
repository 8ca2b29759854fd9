import { untrack } from 'svelte';
import type { Interaction } from '$lib/domain/interaction';
import type { TimelineCursor } from '$lib/kith';
import type { Live } from './live.svelte';

/** About three screens of a large display. */
const pageLength = 80;

/** Everything that happened, newest first, as far back as one has scrolled. Read anew when any of it changes. */
export class TimelineView {
	interactions = $state.raw<readonly Interaction[]>([]);
	/** True once the document itself was read. */
	read = $state(false);
	readonly #live: Live;
	#next: TimelineCursor | null = null;
	#reading = 0;
	#wantsMore = false;

	constructor(live: Live) {
		this.#live = live;
		$effect(() => {
			void live.timelineVersion;
			const { opened } = live;
			// What is shown is read here too, and must not be what has it read again.
			untrack(() => void (opened ? this.#refresh() : this.#showFast()));
		});
	}

	/** Goes further back. Does nothing while it is doing so already. */
	async more(): Promise<void> {
		if (this.#wantsMore || !this.#next) return;
		this.#wantsMore = true;
		const reading = this.#reading;
		try {
			const page = await this.#live.kith.readTimeline(pageLength, this.#next);
			// A change in between reads all of it anew.
			if (reading !== this.#reading) return;
			this.#show([...this.interactions, ...page.interactions], page.next);
		} finally {
			this.#wantsMore = false;
		}
	}

	/** The newest of it, until the document is open. */
	async #showFast(): Promise<void> {
		const reading = ++this.#reading;
		const page = await this.#live.fast.readTimeline();
		if (page && reading === this.#reading) this.#show(page.interactions, null, false);
	}

	async #refresh(): Promise<void> {
		const reading = ++this.#reading;
		const shown = Math.max(pageLength, this.interactions.length);
		const page = await this.#live.kith.readTimeline(shown, null);
		if (reading === this.#reading) this.#show(page.interactions, page.next);
	}

	#show(interactions: readonly Interaction[], next: TimelineCursor | null, read = true): void {
		this.interactions = interactions;
		this.#next = next;
		this.read = read;
	}
}
