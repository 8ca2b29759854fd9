import type { ContactId } from '$lib/domain/contact';
import type { Page } from '$lib/kith';
import type { Live } from './live.svelte';

/**
 * One contact's page, kept current: from the fast store until the document is open, then from the document, read
 * anew whenever a commit names the contact. Use within `{#key id}`.
 */
export class PageView {
	current = $state.raw<Page | null>(null);
	/** True when the document is open and has no such contact. */
	missing = $state(false);

	constructor(live: Live, id: ContactId) {
		let latest = 0;
		$effect(() => {
			void live.pageVersions.get(id);
			const reading = ++latest;
			const opened = live.opened;
			(opened ? live.kith.readPage(id) : live.fast.readPage(id)).then(
				(page) => {
					if (reading !== latest) return;
					this.current = page ?? (opened ? null : this.current);
					this.missing = opened && page === null;
				},
				// What is shown stays; the next change, or the opened document, reads it anew.
				(reason: unknown) => console.info('A page could not be read:', reason)
			);
		});
	}
}
