import type { ContactDraft, ContactId } from '$lib/domain/contact';
import type { When } from '$lib/domain/date';
import type { InteractionDraft } from '$lib/domain/interaction';
import type { Row } from '$lib/domain/row';
import type { NameCompletion } from '$lib/domain/sentence/complete-name';
import type { SentenceLanguage } from '$lib/domain/sentence/language';
import type { SentenceReading } from '$lib/domain/sentence/reading';
import type { Live } from './live.svelte';
import type { Logging } from './logging.svelte';

/** What the owner set right by hand; what is absent follows the sentence. */
interface Corrections {
	readonly when?: When;
	readonly kind?: string;
	readonly note?: string;
	/** Everyone there, once any of them was changed by hand. */
	readonly people?: readonly ContactId[];
	/** New names that are to become people. */
	readonly newNames?: readonly string[];
}

export interface LoggedEntry {
	readonly draft: InteractionDraft;
	readonly newPeople: readonly ContactDraft[];
}

interface Tools {
	readonly sentence: typeof import('./sentence-tools');
	readonly language: SentenceLanguage;
}

const nothing: SentenceReading = {
	when: null,
	kind: null,
	people: [],
	unknown: [],
	place: null,
	duration: null,
	initiator: '',
	direction: '',
	note: ''
};

/** The first word is the given name: what one types of someone new is rarely more than two. */
function namedDraft(name: string): ContactDraft {
	const [given = '', ...family] = name.trim().split(/\s+/);
	return { given, family: family.join(' ') };
}

/** One sentence while it is written: what is understood of it, and what was set right by hand. */
export class SentenceEntry {
	readonly #live: Live;
	readonly #logging: Logging;
	readonly #now: () => string;
	#tools = $state.raw<Tools | null>(null);
	#corrections = $state.raw<Corrections>({});

	readonly #people = $derived.by(() => this.#tools?.sentence.peopleIndex(this.#live.list, this.#live.settings.me));

	readonly reading: SentenceReading = $derived.by(() => {
		if (!this.#tools || !this.#people || !this.text.trim()) return nothing;
		return this.#tools.sentence.readSentence(this.text, {
			people: this.#people,
			language: this.#tools.language,
			ownKinds: this.#live.settings.ownKinds,
			today: this.#live.today,
			time: this.#now()
		});
	});

	readonly #found = $derived.by(() => {
		const key = this.#tools?.sentence.phraseKey ?? String;
		const meant = new Map(Object.entries(this.#logging.meant).map(([name, id]) => [key(name), id]));
		return this.reading.people.map((found) => {
			const id = meant.get(key(found.text));
			return { ...found, meant: id !== undefined && this.#live.rows.has(id) ? id : found.contactId };
		});
	});

	readonly people: readonly Row[] = $derived.by(() => {
		const ids = this.#corrections.people ?? this.#found.map(({ meant }) => meant);
		return [...new Set(ids)].flatMap((id) => this.#live.rows.get(id) ?? []);
	});

	/** Names of nobody in Kith, and whether each is to be added. */
	readonly newNames = $derived.by(() => {
		const chosen = new Set(this.#corrections.newNames);
		const names = new Set(this.reading.unknown.map(({ text }) => text));
		return [...names].map((name) => ({ name, chosen: chosen.has(name) }));
	});

	/** Names that several people bear: all of them, likeliest first, and who is taken to be meant. */
	readonly ambiguous = $derived.by(() => {
		if (this.#corrections.people) return [];
		return this.#found
			.filter(({ others }) => others.length > 0)
			.map(({ text, meant, contactId, others }) => ({ text, meant, ids: [...new Set([contactId, ...others, meant])] }));
	});

	/** What would be logged; null before the sentence can be read. */
	readonly draft: InteractionDraft | null = $derived.by(() => {
		const read = this.#tools?.sentence.draftOf(this.reading, this.#live.today);
		if (!read) return null;
		const { when = read.when, kind = read.kind, note = read.note } = this.#corrections;
		return { ...read, when, kind, note, contactIds: this.people.map(({ id }) => id) };
	});

	/** True when somebody is named whom it can be logged with. */
	readonly isComplete = $derived(this.people.length > 0 || this.newNames.some(({ chosen }) => chosen));

	/** @param now local time `HH:MM`, for "an hour ago" */
	constructor(live: Live, logging: Logging, now: () => string) {
		this.#live = live;
		this.#logging = logging;
		this.#now = now;
	}

	get text(): string {
		return this.#logging.draft;
	}

	set text(text: string) {
		if (!text.trim()) this.#corrections = {};
		this.#logging.draft = text;
	}

	/** Brings the words and the parser of dates; before it, nothing is understood. */
	async prepare(tag: string): Promise<void> {
		if (this.#tools) return;
		const sentence = await import('./sentence-tools');
		this.#tools = { sentence, language: await sentence.loadLanguage(tag) };
	}

	/** Whom the `@…` before the caret may mean. */
	complete(caret: number): NameCompletion | null {
		return this.#complete(this.text, caret);
	}

	/** Whom a beginning of a name may mean, likeliest first. */
	find(text: string): readonly Row[] {
		return this.#complete(`@${text}`, text.length + 1)?.candidates ?? [];
	}

	correct(corrections: Corrections): void {
		this.#corrections = { ...this.#corrections, ...corrections };
	}

	/** Says who is meant by a name as written. */
	choose(text: string, id: ContactId): void {
		this.#logging.mean(text, id);
	}

	toggleNew(name: string): void {
		const chosen = this.#corrections.newNames ?? [];
		this.correct({ newNames: chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name] });
	}

	/** What is to be written; null when it is not complete. The sentence stays until `written` says it is safe. */
	read(): LoggedEntry | null {
		const { draft } = this;
		if (!draft || !this.isComplete) return null;
		const newPeople = this.newNames.flatMap(({ name, chosen }) => (chosen ? [namedDraft(name)] : []));
		return { draft, newPeople };
	}

	/** The field is ready for the next one; what was typed behind the sentence meanwhile is its beginning. */
	written(sentence: string): void {
		const { text } = this;
		if (!text.startsWith(sentence)) return;
		this.text = '';
		this.text = text.slice(sentence.length).trimStart();
	}

	#complete(text: string, caret: number): NameCompletion | null {
		if (!this.#tools || !this.#people) return null;
		return this.#tools.sentence.completeName(text, caret, this.#people);
	}
}
