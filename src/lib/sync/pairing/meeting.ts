import { toHex, utf8, type Bytes } from '../trust/bytes';
import { deriveBytes } from '../trust/derived-keys';
import { Writer } from '../trust/layout';

/** Where two devices meet first, and what both know there. */
export interface Meeting {
	/** 64 hexadecimal digits. It tells nothing of the secret. */
	readonly topic: string;
	/** 32 bytes */
	readonly secret: Bytes;
}

export type WayIn = 'code' | 'link' | 'scans';

export async function meetingOf(way: WayIn, known: Bytes): Promise<Meeting> {
	const salt = utf8(`kith pairing by ${way}`);
	const [topic, secret] = await Promise.all([
		deriveBytes(known, salt, utf8('topic'), 32),
		deriveBytes(known, salt, utf8('secret'), 32)
	]);
	return { topic: toHex(topic), secret };
}

/** By the two codes that were scanned side by side; the channel between them is the mailbox. */
export const meetingOfScans = (offer: Bytes, answer: Bytes): Promise<Meeting> =>
	meetingOf('scans', new Writer().block(offer).block(answer).done());
