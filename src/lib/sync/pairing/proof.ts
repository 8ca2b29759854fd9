import { joined, type Bytes } from '../trust/bytes';
import { deriveMacKey } from '../trust/derived-keys';
import type { Secrets } from '../trust/epochs';
import { doneWords } from './agreement';

async function keyOf(secrets: Secrets): Promise<CryptoKey> {
	const sorted = [...secrets].sort(([one], [other]) => (one < other ? -1 : 1));
	return deriveMacKey(joined(...sorted.map(([, secret]) => secret)), 'kith pairing proof');
}

/** Shows that a device could open every secret it was handed, without telling any. */
export async function proveSecrets(secrets: Secrets, transcript: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secrets), doneWords(transcript)));
}

export const isProof = async (secrets: Secrets, transcript: Bytes, proof: Bytes): Promise<boolean> =>
	crypto.subtle.verify('HMAC', await keyOf(secrets), proof, doneWords(transcript));
