/**
 * What a device has durably, as it says so to another: how far it knows each client, its fingerprint and its contacts.
 * Of the clients only those are named that changed since the last receipt on the same link, in parts that a message of
 * the link holds.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Fingerprint } from './fingerprint';

export interface Receipt {
	readonly fingerprint: Fingerprint;
	readonly clocks: ReadonlyMap<number, number>;
	readonly contacts: number;
}

export class BadReceipt extends Error {
	override readonly name = 'BadReceipt';
}

const version = 1;
const clockPart = 0;
const lastPart = 1;
const fingerprintBytes = 16;
/** A client and its clock have at most 16 bytes, and a message 16 KiB. */
const mostInPart = 1_000;
/** More devices and sessions than any document has. */
const mostClients = 1_000_000;

export class ReceiptWriter {
	#told = new Map<number, number>();

	/** The messages of a receipt; all must arrive, or `forget` be called. */
	messages({ fingerprint, clocks, contacts }: Receipt): readonly Uint8Array[] {
		const news = [...clocks].filter(([client, clock]) => this.#told.get(client) !== clock);
		const messages: Uint8Array[] = [];
		for (let at = 0; at < news.length; at += mostInPart) {
			const part = news.slice(at, at + mostInPart);
			messages.push(
				formatPart(clockPart, (encoder) => {
					encoding.writeVarUint(encoder, part.length);
					for (const number of part.flat()) encoding.writeVarUint(encoder, number);
				})
			);
		}
		messages.push(
			formatPart(lastPart, (encoder) => {
				encoding.writeUint8Array(
					encoder,
					Uint8Array.from(fingerprint.match(/../g) ?? [], (hex) => parseInt(hex, 16))
				);
				encoding.writeVarUint(encoder, contacts);
			})
		);
		this.#told = new Map(clocks);
		return messages;
	}

	/** A message was lost: the next receipt is told whole. */
	forget(): void {
		this.#told.clear();
	}
}

function formatPart(part: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeUint8(encoder, version);
	encoding.writeUint8(encoder, part);
	write(encoder);
	return encoding.toUint8Array(encoder);
}

export class ReceiptReader {
	readonly #clocks = new Map<number, number>();

	/** Null until the last part. Its clocks are as they are until the next part is taken. Throws `BadReceipt`. */
	take(message: Uint8Array): Receipt | null {
		try {
			return this.#read(decoding.createDecoder(message));
		} catch (error) {
			// Bytes that end too early: lib0 has one error for all of them.
			throw error instanceof BadReceipt ? error : new BadReceipt('cut short');
		}
	}

	#read(decoder: decoding.Decoder): Receipt | null {
		if (decoding.readUint8(decoder) !== version) throw new BadReceipt('version');
		const part = decoding.readUint8(decoder);
		if (part > lastPart) throw new BadReceipt('part');
		const receipt = part === clockPart ? this.#readClocks(decoder) : this.#readLast(decoder);
		if (decoding.hasContent(decoder)) throw new BadReceipt('too long');
		return receipt;
	}

	#readClocks(decoder: decoding.Decoder): null {
		for (let left = decoding.readVarUint(decoder); left > 0; left--) {
			this.#clocks.set(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
			if (this.#clocks.size > mostClients) throw new BadReceipt('clients');
		}
		return null;
	}

	#readLast(decoder: decoding.Decoder): Receipt {
		const fingerprint = [...decoding.readUint8Array(decoder, fingerprintBytes)]
			.map((byte) => byte.toString(16).padStart(2, '0'))
			.join('');
		return { fingerprint, clocks: this.#clocks, contacts: decoding.readVarUint(decoder) };
	}
}

/** Whether all that `theirs` knows is known here. */
export const isCovered = (theirs: ReadonlyMap<number, number>, ours: ReadonlyMap<number, number>): boolean =>
	[...theirs].every(([client, clock]) => clock <= (ours.get(client) ?? 0));
