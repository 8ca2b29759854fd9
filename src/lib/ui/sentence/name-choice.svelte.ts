import type { Row } from '$lib/domain/row';

/** The list of names under a field being typed in: which are offered, which one is lit, and what keys do. */
export class NameChoice {
	#find = $state.raw<() => readonly Row[]>(() => []);
	#chosen = $state(0);
	readonly #options = $derived(this.#find());
	readonly #active = $derived(Math.min(this.#chosen, this.#options.length - 1));

	get options(): readonly Row[] {
		return this.#options;
	}
	get active(): number {
		return this.#active;
	}
	get isOpen(): boolean {
		return this.#options.length > 0;
	}

	/** @param find asked again when the people known change */
	offer(find: () => readonly Row[]): void {
		this.#find = find;
		this.#chosen = 0;
	}

	close(): void {
		this.offer(() => []);
	}

	/** The person that this key press chooses; null when it chose nobody. Takes the keys that move or close the list. */
	press(event: KeyboardEvent): Row | null {
		if (!this.isOpen || event.isComposing) return null;
		const { key } = event;
		const last = this.#options.length - 1;
		if (key === 'ArrowDown') this.#chosen = this.#active === last ? 0 : this.#active + 1;
		else if (key === 'ArrowUp') this.#chosen = this.#active === 0 ? last : this.#active - 1;
		else if (key === 'Escape') {
			this.close();
			// Or a dialog around would close as well.
			event.stopPropagation();
		} else if ((key !== 'Enter' && key !== 'Tab') || event.shiftKey) return null;
		event.preventDefault();
		return key === 'Enter' || key === 'Tab' ? (this.#options[this.#active] ?? null) : null;
	}
}
