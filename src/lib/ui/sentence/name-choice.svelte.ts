import type { Row } from '$lib/domain/row';

/** The list of names under a field being typed in: which are offered, which one is lit, and what keys do. */
export class NameChoice {
	#options = $state.raw<readonly Row[]>([]);
	#active = $state(0);

	get options(): readonly Row[] {
		return this.#options;
	}
	get active(): number {
		return this.#active;
	}
	get isOpen(): boolean {
		return this.#options.length > 0;
	}

	offer(options: readonly Row[]): void {
		this.#options = options;
		this.#active = 0;
	}

	close(): void {
		this.offer([]);
	}

	/** The person that this key press chooses; null when it chose nobody. Takes the keys that move or close the list. */
	press(event: KeyboardEvent): Row | null {
		if (!this.isOpen || event.isComposing) return null;
		const { key } = event;
		const last = this.#options.length - 1;
		if (key === 'ArrowDown') this.#active = this.#active === last ? 0 : this.#active + 1;
		else if (key === 'ArrowUp') this.#active = this.#active === 0 ? last : this.#active - 1;
		else if (key === 'Escape') {
			this.close();
			// Or a dialog around would close as well.
			event.stopPropagation();
		} else if ((key !== 'Enter' && key !== 'Tab') || event.shiftKey) return null;
		event.preventDefault();
		return key === 'Enter' || key === 'Tab' ? (this.#options[this.#active] ?? null) : null;
	}
}
