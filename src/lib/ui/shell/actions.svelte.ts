import type { LucideIcon } from '@lucide/svelte';
import { createContext, untrack } from 'svelte';

/** Something one can do from anywhere: a line of the palette and, with `keys`, of the key list. */
export interface Action {
	readonly id: string;
	readonly words: string;
	readonly icon?: LucideIcon;
	/** Keys pressed one after the other, apart by a space: `n`, `g t`, `?`. `mod+k` is Ctrl, on a Mac Command. */
	readonly keys?: string;
	readonly group: 'go' | 'do';
	readonly run: () => void;
}

/** The actions in reach: the shell's own, and those of the page that is open while it is. */
export class Actions {
	#sets = $state.raw<readonly (readonly Action[])[]>([]);
	readonly list = $derived(this.#sets.flat());

	/** Adds actions until the returned stop is called, as in `$effect(() => actions.add([...]))`. */
	add(actions: readonly Action[]): () => void {
		// Mostly called within an effect, which must not run again for what it adds itself.
		this.#sets = [...untrack(() => this.#sets), actions];
		return () => (this.#sets = this.#sets.filter((known) => known !== actions));
	}
}

export const [getActions, setActions] = createContext<Actions>();
