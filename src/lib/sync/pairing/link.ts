/** What one scan or one opened link brings. It lies in the fragment of the address, which no server is sent. */
import { fromBase64Url, joined, toBase64Url, type Bytes } from '../trust/bytes';
import { importAgreeKey, publicKeyLength } from '../trust/identity';
import { Reader, Writer } from '../trust/layout';
import { meetingOf, type Meeting } from './meeting';

export interface Invitation {
	/** The fresh public key of the device that has the data, 65 bytes: nobody else can answer for it. */
	readonly key: Bytes;
	/** 16 random bytes; where to meet follows from them, too. */
	readonly secret: Bytes;
	/** Milliseconds since 1970, to the second. */
	readonly expiresAt: number;
}

export type ReadInvitation =
	| { readonly kind: 'invitation'; readonly invitation: Invitation }
	| { readonly kind: 'refused'; readonly word: 'not-kith' | 'version' };

const version = 1;
const mark = '#kith-pair=';
export const linkSecretLength = 16;
const longestLink = 2_048;

/** The app's address with the invitation behind it; 116 characters more than the address. */
export function formatLink(app: string, { key, secret, expiresAt }: Invitation): string {
	const seconds = Math.floor(expiresAt / 1_000);
	const bytes = new Writer().number(1, version).number(5, seconds).put(secret).put(key).done();
	return `${app.replace(/#.*$/, '')}${mark}${toBase64Url(bytes)}`;
}

/** Of the address only what follows `#` counts: whoever made it may have written anything before. */
export async function parseLink(text: string): Promise<ReadInvitation> {
	const at = text.indexOf('#');
	const fragment = at < 0 ? '' : text.slice(at);
	if (text.length > longestLink || !fragment.startsWith(mark)) return { kind: 'refused', word: 'not-kith' };
	const bytes = fromBase64Url(fragment.slice(mark.length));
	if (!bytes || bytes.length === 0) return { kind: 'refused', word: 'not-kith' };
	if (bytes[0] !== version) return { kind: 'refused', word: 'version' };
	if (bytes.length !== 1 + 5 + linkSecretLength + publicKeyLength) return { kind: 'refused', word: 'not-kith' };
	const reader = new Reader(bytes.subarray(1));
	const expiresAt = reader.number(5) * 1_000;
	const [secret, key] = [reader.take(linkSecretLength), reader.take(publicKeyLength)];
	if (!(await importAgreeKey(key))) return { kind: 'refused', word: 'not-kith' };
	return { kind: 'invitation', invitation: { key, secret, expiresAt } };
}

export const meetingOfLink = ({ secret, key }: Invitation): Promise<Meeting> => meetingOf('link', joined(secret, key));
