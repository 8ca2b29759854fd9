/** Without letters that are taken for digits when read aloud. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Five random bits a character. */
export function randomId(length: number): string {
	const bytes = crypto.getRandomValues(new Uint8Array(length));
	return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}
