import type { ContactDraft, ContactLists, ContactTexts } from '../../domain/contact';

type List = keyof ContactLists;
type Item<L extends List> = Omit<ContactLists[L][number], 'id'>;

/** A draft while it is filled from a card: the first of a text counts, equal entries only once, one preferred a list. */
export class DraftBuilder {
	readonly #texts: Partial<Record<keyof ContactTexts, string>> = {};
	readonly #lists = new Map<List, { readonly item: object; readonly preference: number }[]>();
	readonly #notes: string[] = [];

	text(field: keyof ContactTexts): string {
		return this.#texts[field] ?? '';
	}

	/** False when there is another already. */
	set(field: keyof ContactTexts, value: string): boolean {
		if (value && !this.#texts[field]) this.#texts[field] = value;
		return !value || this.#texts[field] === value;
	}

	clear(...fields: readonly (keyof ContactTexts)[]): void {
		for (const field of fields) delete this.#texts[field];
	}

	/** @param preference lowest first; 0 when it is none */
	add<L extends List>(list: L, item: Item<L>, preference = 0): void {
		const entries = this.#lists.get(list) ?? [];
		const text = JSON.stringify(item);
		if (!entries.some((entry) => JSON.stringify(entry.item) === text)) entries.push({ item, preference });
		this.#lists.set(list, entries);
	}

	addNote(text: string): void {
		const note = text.trim();
		if (note && !this.#notes.includes(note)) this.#notes.push(note);
	}

	draft(): ContactDraft {
		const lists = [...this.#lists].map(([list, entries]) => {
			const ranks = entries.flatMap(({ preference }) => (preference > 0 ? preference : []));
			const first = entries.find(({ preference }) => preference > 0 && preference === Math.min(...ranks));
			return [
				list,
				entries.map((entry) => (entry === first ? { ...entry.item, preferred: true } : entry.item))
			] as const;
		});
		return {
			...this.#texts,
			...Object.fromEntries(lists),
			...(this.#notes.length ? { notes: this.#notes.join('\n\n') } : {})
		};
	}
}
