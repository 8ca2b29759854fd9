import type { PeopleIndex } from './people-index';
import type { Span } from './reading';
import { isInitial, type Token } from './tokens';
import type { Words } from './words';

/** What has been made out of a word so far. */
export type Role = 'date' | 'duration' | 'place' | 'kind' | 'person' | 'unknown';

/** A sentence while it is being read. Words are known by their index. */
export class Scene {
	readonly #roles: (Role | undefined)[] = [];
	/** From this word on it is told what it was about; people there were not with one. */
	headEnd: number;

	constructor(
		readonly text: string,
		readonly tokens: readonly Token[],
		readonly words: Words,
		readonly people: PeopleIndex
	) {
		this.headEnd = tokens.length;
	}

	role(at: number): Role | undefined {
		return this.#roles[at];
	}

	take(role: Role, { from, to }: Span): void {
		this.tokens.forEach((token, at) => {
			if (token.from < to && token.to > from) this.#roles[at] ??= role;
		});
	}

	/** The span of some words. */
	span(at: number, count: number): Span {
		return { from: this.tokens[at]?.from ?? 0, to: this.tokens[at + count - 1]?.to ?? 0 };
	}

	slice({ from, to }: Span): string {
		return this.text.slice(from, to);
	}

	is(list: keyof Omit<Words, 'vocabulary'>, at: number): boolean {
		return this.words[list].has(this.tokens[at]);
	}

	/** Whether a comma, colon, dash or stop parts this word from the one before; true at both ends of the text. */
	parted(at: number): boolean {
		const token = this.tokens[at];
		const before = this.tokens[at - 1];
		if (!token || !before) return true;
		return /[,:;!?…\n()«»"“”]|\s[-–—]+\s/.test(token.gap) || (token.gap.includes('.') && !isInitial(before));
	}

	/** Whether a list of people may go on here: "Grace, Tom and Bob". */
	isListed(at: number): boolean {
		const named = (i: number) => this.role(i) === 'person' || this.role(i) === 'unknown';
		if (named(at - 1)) return /^\s*,\s*$/.test(this.tokens[at]?.gap ?? '');
		const hosts = this.role(at) === 'place' && this.role(at - 2) === 'place';
		return this.is('and', at - 1) && (named(at - 2) || hosts);
	}
}
