/**
 * Reading and writing of fields of fixed width, biggest byte first. Nothing here has two spellings, so what was parsed
 * to the end is canonical.
 */
import { copied, joined, utf8, type Bytes } from './bytes';
import { TrustError } from './trust-error';

export class Reader {
	readonly #bytes: Bytes;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = copied(bytes);
	}

	get left(): number {
		return this.#bytes.length - this.#at;
	}

	/** @throws TrustError `malformed` when there are fewer. */
	take(length: number): Bytes {
		if (length > this.left) throw new TrustError('malformed');
		this.#at += length;
		return this.#bytes.slice(this.#at - length, this.#at);
	}

	/** A whole number of so many bytes, at most 6. */
	number(width: number): number {
		return this.take(width).reduce((number, byte) => number * 256 + byte, 0);
	}

	/** Bytes behind their length, which takes two bytes. */
	block(): Bytes {
		return this.take(this.number(2));
	}

	/** A block that is UTF-8. */
	text(): string {
		try {
			return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.block());
		} catch {
			throw new TrustError('malformed');
		}
	}

	/** @throws TrustError `malformed` when something is left. */
	end(): void {
		if (this.left > 0) throw new TrustError('malformed');
	}
}

export class Writer {
	readonly #parts: Uint8Array[] = [];

	put(bytes: Uint8Array): this {
		this.#parts.push(bytes);
		return this;
	}

	number(width: number, number: number): this {
		const bytes = new Uint8Array(width);
		for (let at = width - 1, rest = number; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
		return this.put(bytes);
	}

	/** @throws TrustError `full` above 65,535 bytes. */
	block(bytes: Uint8Array): this {
		if (bytes.length > 0xffff) throw new TrustError('full');
		return this.number(2, bytes.length).put(bytes);
	}

	text(text: string): this {
		return this.block(utf8(text));
	}

	done(): Bytes {
		return joined(...this.#parts);
	}
}
