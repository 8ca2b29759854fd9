import type { ContactId } from '../contact';
import type { CompleteName, NameCompletion } from '../sentence/complete-name';
import { formatMention, mentionedName, piecesOf, type Mention } from './mentions';

/** A stretch as the field shows it; a mention is `@` and the name they have now. */
interface Stretch {
	readonly shown: string;
	readonly mention: Mention | null;
}

const letterFirst = /^[\p{L}\p{M}\p{N}]/u;
const nameGoesOn = /^[\p{L}\p{M}\p{N}\s'’-]*$/u;

/**
 * A text with mentions while it is typed in a plain field, which shows `@Grace Hopper` where a mention lies. Typing into
 * one leaves its letters; where the letters are right again (undone, or cut and pasted), the mention is back.
 */
export class MentionTyping {
	/** Everyone mentioned since the field was opened, by how the field shows them. */
	readonly #written = new Map<string, string>();

	constructor(private readonly nameOf: (id: ContactId) => string | undefined) {}

	shown(text: string): string {
		return shownOf(this.#stretches(text));
	}

	/**
	 * The text, once the field that showed it holds `typed`.
	 *
	 * @param caret behind it nothing has changed, which tells apart two of one name
	 */
	typed(text: string, typed: string, caret: number): string {
		const was = this.shown(text);
		const tail = was.endsWith(typed.slice(caret)) ? typed.length - caret : commonEnd(was, typed);
		const start = commonStart(was.slice(0, was.length - tail), typed.slice(0, typed.length - tail));
		return this.#replaced(text, start, was.length - tail, typed.slice(start, typed.length - tail));
	}

	/** The text with someone mentioned in place of a part of what is shown, and where the caret is then. */
	mentioned(
		text: string,
		{ from, to }: { readonly from: number; readonly to: number },
		{ id, name }: { readonly id: ContactId; readonly name: string }
	): { readonly text: string; readonly caret: number } {
		const shown = `@${mentionedName(name)}`;
		const made = this.#replaced(text, from, to, `${formatMention(id, name)} `);
		this.#written.set(shown, formatMention(id, name));
		return { text: made, caret: from + shown.length + 1 };
	}

	/** Whom the `@…` before the caret may mean, unless that is settled. */
	completion(text: string, caret: number, complete: CompleteName): NameCompletion | null {
		const stretches = this.#stretches(text);
		const shown = shownOf(stretches);
		const found = complete(shown, caret);
		let at = 0;
		for (const { shown: part, mention } of stretches) {
			if (found && mention && at === found.from) {
				const isAnother = found.candidates.some(({ id }) => id !== mention.id);
				return isAnother && nameGoesOn.test(shown.slice(at + part.length, caret)) ? found : null;
			}
			at += part.length;
		}
		return found;
	}

	#stretches(text: string): readonly Stretch[] {
		return [...piecesOf(text)].map((piece) =>
			typeof piece === 'string'
				? { shown: piece, mention: null }
				: { shown: `@${mentionedName(this.nameOf(piece.id) ?? piece.name)}`, mention: piece }
		);
	}

	#replaced(text: string, from: number, to: number, inserted: string): string {
		const stretches = this.#stretches(text);
		for (const { shown, mention } of stretches) if (mention) this.#written.set(shown, mention.written);
		// "@Ana" that goes on as "@Anatole" is not Ana.
		const goesOn = letterFirst.test(inserted);
		return this.#mended(written(stretches, 0, from, goesOn) + inserted + written(stretches, to, Infinity, false));
	}

	#mended(text: string): string {
		const known = [...this.#written.keys()].sort((a, b) => b.length - a.length);
		if (known.length === 0) return text;
		const names = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${known.map(escaped).join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
		const mend = (letters: string) => letters.replace(names, (name) => this.#written.get(name) ?? name);
		return [...piecesOf(text)].map((piece) => (typeof piece === 'string' ? mend(piece) : piece.written)).join('');
	}
}

const shownOf = (stretches: readonly Stretch[]) => stretches.map(({ shown }) => shown).join('');

/** What lies under a part of what is shown; of a mention that is cut, or that goes on behind the part, its letters. */
function written(stretches: readonly Stretch[], from: number, to: number, goesOn: boolean): string {
	let text = '';
	let at = 0;
	for (const { shown, mention } of stretches) {
		const part = shown.slice(Math.max(0, from - at), Math.max(0, to - at));
		at += shown.length;
		text += mention && part === shown && !(goesOn && at === to) ? mention.written : part;
	}
	return text;
}

function commonStart(a: string, b: string): number {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	return at;
}

function commonEnd(a: string, b: string): number {
	let count = 0;
	while (count < Math.min(a.length, b.length) && a.at(-1 - count) === b.at(-1 - count)) count++;
	return count;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
