/** The wish to add a device or to join one, wherever it is said: by a button of Settings, or a link that was opened. */
export class Pairing {
	wish = $state.raw<{ readonly kind: 'add' } | { readonly kind: 'join'; readonly link: string } | null>(null);

	add(): void {
		this.wish = { kind: 'add' };
	}

	/** @param link one that was opened: nothing is done by it before the owner says so */
	join(link = ''): void {
		this.wish = { kind: 'join', link };
	}

	end(): void {
		this.wish = null;
	}
}

/** One a page: a link is opened before any document is. */
export const pairing = new Pairing();
