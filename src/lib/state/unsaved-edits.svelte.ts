import { untrack } from 'svelte';

/**
 * What is typed on this page and not yet in the document. While there is any, nothing reloads the page by itself.
 */
export class UnsavedEdits {
	count = $state(0);
	#waiting: (() => void)[] = [];

	/** Call when an edit begins; call what it returns once the edit is saved or given up. */
	begin(): () => void {
		// Mostly called within an effect, which must not run again for what it counts itself.
		untrack(() => this.count++);
		let open = true;
		return () => {
			if (!open) return;
			open = false;
			this.count--;
			if (this.count === 0) for (const go of this.#waiting.splice(0)) go();
		};
	}

	/** Settles as soon as nothing is unsaved. */
	whenNone(): Promise<void> {
		if (this.count === 0) return Promise.resolve();
		return new Promise((settle) => this.#waiting.push(settle));
	}
}

/** One a page: a reload takes all of the page with it. */
export const unsavedEdits = new UnsavedEdits();
