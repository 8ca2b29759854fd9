/** What the two devices say to each other. The numbers never change their meaning. */
import { cleanName, isNameShort } from '../trust/device-name';
import { publicKeyLength, type PublicKeys } from '../trust/identity';
import { Reader, Writer } from '../trust/layout';
import type { Bytes } from '../trust/bytes';
import { codeOfWord, wordOfCode, type RefusalWord } from './refusal';

export type GuestMessage =
	/** Binds the new device to its key and number before it sees the other's. */
	| { readonly kind: 'hello'; readonly commitment: Bytes }
	| { readonly kind: 'reveal'; readonly key: Bytes; readonly nonce: Bytes }
	| { readonly kind: 'ready'; readonly keys: PublicKeys; readonly name: string; readonly signature: Bytes }
	| { readonly kind: 'want'; readonly part: number }
	| { readonly kind: 'done'; readonly proof: Bytes }
	| { readonly kind: 'refuse'; readonly word: RefusalWord };

export type HostMessage =
	| { readonly kind: 'welcome'; readonly key: Bytes; readonly nonce: Bytes }
	| { readonly kind: 'waiting' }
	| { readonly kind: 'part'; readonly part: number; readonly count: number; readonly bytes: Bytes }
	| { readonly kind: 'thanks' }
	| { readonly kind: 'refuse'; readonly word: RefusalWord };

export type Message = GuestMessage | HostMessage;

const codes = {
	hello: 1,
	reveal: 2,
	ready: 3,
	want: 4,
	done: 5,
	welcome: 6,
	waiting: 7,
	part: 8,
	thanks: 9,
	refuse: 10
};

export function encodeMessage(message: Message): Bytes {
	const writer = new Writer().number(1, codes[message.kind]);
	switch (message.kind) {
		case 'hello':
			return writer.put(message.commitment).done();
		case 'reveal':
		case 'welcome':
			return writer.put(message.key).put(message.nonce).done();
		case 'ready':
			return writer
				.put(message.keys.sign)
				.put(message.keys.agree)
				.put(message.signature)
				.text(cleanName(message.name))
				.done();
		case 'want':
			return writer.number(2, message.part).done();
		case 'done':
			return writer.put(message.proof).done();
		case 'part':
			return writer.number(2, message.part).number(2, message.count).block(message.bytes).done();
		case 'refuse':
			return writer.number(1, codeOfWord(message.word)).done();
		default:
			return writer.done();
	}
}

/** Null for what is no message. */
export function parseMessage(bytes: Uint8Array): Message | null {
	try {
		const reader = new Reader(bytes);
		const message = read(reader.number(1), reader);
		reader.end();
		return message;
	} catch {
		return null;
	}
}

function read(code: number, reader: Reader): Message | null {
	switch (code) {
		case codes.hello:
			return { kind: 'hello', commitment: reader.take(32) };
		case codes.reveal:
			return { kind: 'reveal', key: reader.take(publicKeyLength), nonce: reader.take(32) };
		case codes.welcome:
			return { kind: 'welcome', key: reader.take(publicKeyLength), nonce: reader.take(32) };
		case codes.ready: {
			const keys = { sign: reader.take(publicKeyLength), agree: reader.take(publicKeyLength) };
			const signature = reader.take(64);
			const name = reader.text();
			return isNameShort(name) ? { kind: 'ready', keys, signature, name: cleanName(name) } : null;
		}
		case codes.want:
			return { kind: 'want', part: reader.number(2) };
		case codes.done:
			return { kind: 'done', proof: reader.take(32) };
		case codes.waiting:
			return { kind: 'waiting' };
		case codes.part:
			return { kind: 'part', part: reader.number(2), count: reader.number(2), bytes: reader.block() };
		case codes.thanks:
			return { kind: 'thanks' };
		case codes.refuse: {
			const word = wordOfCode(reader.number(1));
			return word && { kind: 'refuse', word };
		}
		default:
			return null;
	}
}
