/**
 * Why two devices did not pair, each a word that the screen says in full. `wrong-code`: what answers has another secret
 * or key. `expired`: five minutes are over. `used`: the code served once already. `busy`: another device is being added.
 * `closed`: the other screen was closed. `declined`: the owner said no. `not-kith`: what was scanned is none of ours.
 * `version`: the other app is of another version. `lost`: silence.
 */
export type RefusalWord =
	'wrong-code' | 'expired' | 'used' | 'busy' | 'closed' | 'declined' | 'not-kith' | 'version' | 'lost';

/** Their numbers on the wire never change. */
const words: readonly RefusalWord[] = [
	'wrong-code',
	'expired',
	'used',
	'busy',
	'closed',
	'declined',
	'not-kith',
	'version',
	'lost'
];

export const codeOfWord = (word: RefusalWord): number => words.indexOf(word) + 1;
export const wordOfCode = (code: number): RefusalWord | null => words[code - 1] ?? null;
