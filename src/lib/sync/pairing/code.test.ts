import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemRandom } from '../trust/bytes';
import { createCode, formatCode, meetingOfCode, parseCode } from './code';
import { formatDigits } from './agreement';

it('P1 has sixteen characters without look-alikes and is shown in groups of four', () => {
	const code = createCode(systemRandom);
	expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
	expect(formatCode('0123456789ABCDEF')).toBe('0123 4567 89AB CDEF');
	expect(createCode((length) => new Uint8Array(length).fill(31))).toBe('Z'.repeat(16));
	expect(formatDigits('482193')).toBe('482 193');
});

it('P1 takes every character as likely as another', () => {
	const all =
		createCode((length) => Uint8Array.from({ length }, (_, at) => at * 16)) +
		createCode((length) => Uint8Array.from({ length }, (_, at) => at * 16 + 1));
	expect(new Set(all).size).toBe(4);
	expect(256 % 32).toBe(0);
});

it('P1 is read in any case, with spaces and dashes anywhere, and look-alikes for what they look like', () => {
	expect(parseCode(' 0o1i-lIoO 89ab–cdef ')).toBe('00111100' + '89ABCDEF');
	fc.assert(
		fc.property(
			fc.infiniteStream(fc.constantFrom('', ' ', '-', '\n')),
			fc.uint8Array({ minLength: 16, maxLength: 16 }),
			(gaps, bytes) => {
				const code = createCode(() => new Uint8Array(bytes));
				const typed = [...code.toLowerCase()].map((letter) => letter + (gaps.next().value ?? '')).join('');
				expect(parseCode(typed)).toBe(code);
			}
		),
		{ seed: 5 }
	);
});

it('P1 is nothing else', () => {
	for (const text of [
		'',
		'0123456789ABCDE',
		'0123456789ABCDEFG',
		'0123456789ABCDEU',
		'0123456789ABCDE!',
		' '.repeat(9_999)
	]) {
		expect(parseCode(text)).toBeNull();
	}
});

it('P2 leads to a topic and a secret of its own, neither of which tells the code', async () => {
	const [one, other] = [await meetingOfCode('0123456789ABCDEF'), await meetingOfCode('0123456789ABCDEG')];
	expect(one.topic).toMatch(/^[0-9a-f]{64}$/);
	expect(one.secret).toHaveLength(32);
	expect(one.topic).not.toBe(other.topic);
	expect(one.secret).not.toEqual(other.secret);
	expect(await meetingOfCode('0123456789ABCDEF')).toEqual(one);
});
