/** The keys of a segment: each is of its nonce, so each seals one text. */
import { copied, isSame, joined, sha256, utf8, type Bytes } from '../trust/bytes';
import { deriveMacKey, deriveSealingKey } from '../trust/derived-keys';
import type { Secrets } from '../trust/epochs';
import type { EntryId } from '../trust/entry';
import type { DeviceId, Identity } from '../trust/identity';
import { Writer } from '../trust/layout';
import type { Member } from '../trust/roster-reading';
import { createWrapper, unwrap } from '../trust/wrapping';
import { hintLength } from './segment';

/** Tells the members of a group, and nobody else, that it is theirs. */
export const groupHint = async (group: EntryId, nonce: Bytes): Promise<Bytes> =>
	(await sha256(joined(utf8('kith segment group\0'), utf8(group), nonce))).slice(0, hintLength);

/** Tells who holds a secret, and nobody else, that it opens this. */
export async function epochHint(secret: Bytes, nonce: Bytes): Promise<Bytes> {
	const key = await deriveMacKey(secret, 'kith segment epoch');
	return new Uint8Array(await crypto.subtle.sign('HMAC', key, nonce)).slice(0, hintLength);
}

/** Null when none of the secrets opens it. */
export async function secretFor(secrets: Secrets, hint: Bytes, nonce: Bytes): Promise<Bytes | null> {
	for (const secret of secrets.values()) if (isSame(await epochHint(secret, nonce), hint)) return secret;
	return null;
}

export type Part = 'roster' | 'body';

/** @param header what it is bound to */
export async function seal(part: Part, secret: Bytes, nonce: Bytes, header: Bytes, plain: Bytes): Promise<Bytes> {
	const how = { name: 'AES-GCM', iv: nonce, additionalData: header };
	return new Uint8Array(await crypto.subtle.encrypt(how, await keyOf(part, secret, nonce), plain));
}

/** Null for all that was not sealed so. */
export async function unseal(
	part: Part,
	secret: Bytes,
	nonce: Bytes,
	header: Uint8Array,
	sealed: Uint8Array
): Promise<Bytes | null> {
	const how = { name: 'AES-GCM', iv: nonce, additionalData: copied(header) };
	const key = await keyOf(part, secret, nonce);
	return crypto.subtle.decrypt(how, key, copied(sealed)).then(
		(plain) => new Uint8Array(plain),
		() => null
	);
}

/** GCM adds so many bytes. */
export const sealLength = 16;

const keyOf = (part: Part, secret: Bytes, nonce: Bytes): Promise<CryptoKey> =>
	deriveSealingKey(secret, nonce, utf8(`kith segment ${part}`));

interface Bound {
	readonly group: EntryId;
	readonly sender: DeviceId;
	readonly nonce: Bytes;
}

const contextOf = ({ group, sender, nonce }: Bound, recipient: DeviceId): Bytes =>
	new Writer().put(utf8('kith segment key\0')).text(group).text(sender).text(recipient).put(nonce).done();

/** A key, once for each of these devices. */
export async function wrapFor(members: Iterable<Member>, key: Bytes, bound: Bound) {
	const { ephemeral, wrap } = await createWrapper();
	const wraps: Bytes[] = [];
	for (const { id, keys } of members) {
		const wrapped = await wrap(key, keys.agree, contextOf(bound, id));
		if (wrapped) wraps.push(wrapped);
	}
	return { ephemeral, wraps };
}

/** The key that one of these has for this device, if any has. */
export async function unwrapOwn(
	{ ephemeral, wraps }: { readonly ephemeral: Bytes; readonly wraps: readonly Bytes[] },
	{ id, agree }: Identity,
	bound: Bound
): Promise<Bytes | null> {
	for (const wrapped of wraps) {
		const key = await unwrap(wrapped, agree.privateKey, ephemeral, contextOf(bound, id));
		if (key) return key;
	}
	return null;
}
