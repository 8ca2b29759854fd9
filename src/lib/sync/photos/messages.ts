/** What is said about photos, in messages of kind `photo-wish`: a form and the ids it is about. */
import type { PhotoId } from '$lib/domain/contact';
import { toHex } from '../trust/bytes';

/**
 * `question`: which of these are there? `answer`: these of them are. `arrived`: these are there now that were asked
 * about before. `wish`: send these. `none`: these will not come.
 */
export const forms = ['question', 'answer', 'arrived', 'wish', 'none'] as const;
export type Form = (typeof forms)[number];

export interface PhotoMessage {
	readonly form: Form;
	/** Each once. */
	readonly ids: readonly PhotoId[];
}

/** The other device broke the rules: its link is closed with the word. */
export class PhotoOffence extends Error {
	override readonly name = 'PhotoOffence';
	constructor(readonly word: 'bad-photo' | 'bad-wish' | 'flood') {
		super(word);
	}
}

/** In one message. */
export const mostIds = 256;
const idBytes = 32;

export function formatPhotoMessage({ form, ids }: PhotoMessage): Uint8Array {
	const bytes = new Uint8Array(1 + ids.length * idBytes);
	bytes[0] = forms.indexOf(form);
	ids.forEach((id, at) => {
		for (let byte = 0; byte < idBytes; byte++) {
			bytes[1 + at * idBytes + byte] = Number.parseInt(id.slice(2 * byte, 2 * byte + 2), 16);
		}
	});
	return bytes;
}

/** Throws `PhotoOffence`. */
export function parsePhotoMessage(bytes: Uint8Array): PhotoMessage {
	const form = forms[bytes[0] ?? forms.length];
	const count = (bytes.length - 1) / idBytes;
	if (!form || !Number.isInteger(count) || count > mostIds) throw new PhotoOffence('bad-wish');
	if (count === 0 && form !== 'answer') throw new PhotoOffence('bad-wish');
	const ids = Array.from({ length: count }, (_, at) => {
		return toHex(bytes.subarray(1 + at * idBytes, 1 + (at + 1) * idBytes));
	});
	if (new Set(ids).size !== count) throw new PhotoOffence('bad-wish');
	return { form, ids };
}
