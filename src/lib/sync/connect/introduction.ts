import { copied, toHex, type Bytes, type RandomBytes } from '../trust/bytes';
import { Reader, Writer } from '../trust/layout';
import { TrustError } from '../trust/trust-error';

/** 32 hexadecimal digits: one run of the app on one device, so that nothing said to an earlier run counts in a later. */
export type Session = string;

/**
 * What devices of a group say to each other before they are linked. An offer and its answer have the same generation; of
 * two, the higher one is the newer. Descriptions are packed.
 */
export type Introduction =
	| { readonly kind: 'hello'; readonly session: Session }
	| {
			readonly kind: 'offer' | 'answer';
			readonly session: Session;
			/** The run of the other device that it is meant for. */
			readonly to: Session;
			readonly generation: number;
			readonly description: Bytes;
	  };

const sessionLength = 16;
const kinds = ['hello', 'offer', 'answer'] as const;

export const createSession = (random: RandomBytes): Session => toHex(random(sessionLength));

export const sessionBytes = (session: Session): Bytes =>
	Uint8Array.from(session.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const readSession = (reader: Reader): Session => toHex(reader.take(sessionLength));

export function formatIntroduction(said: Introduction): Bytes {
	const writer = new Writer().number(1, kinds.indexOf(said.kind)).put(sessionBytes(said.session));
	if (said.kind === 'hello') return writer.done();
	return writer.put(sessionBytes(said.to)).number(6, said.generation).put(said.description).done();
}

/** Null for what is none. */
export function parseIntroduction(bytes: Uint8Array): Introduction | null {
	try {
		const reader = new Reader(bytes);
		const kind = kinds[reader.number(1)];
		if (!kind) return null;
		const session = readSession(reader);
		if (kind === 'hello') {
			reader.end();
			return { kind, session };
		}
		const [to, generation] = [readSession(reader), reader.number(6)];
		return { kind, session, to, generation, description: copied(reader.take(reader.left)) };
	} catch (error) {
		if (error instanceof TrustError) return null;
		throw error;
	}
}
