import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from './bytes';

it('base64url is as others write it, and is read back', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
			const text = toBase64Url(bytes);
			expect(text).toBe(Buffer.from(bytes).toString('base64url'));
			expect(fromBase64Url(text)).toEqual(bytes);
		})
	);
});

it('of the spellings of some bytes one is read, and what is no base64url is none', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'AQgw_-z/+=é\n'), maxLength: 8 }), (text) => {
			const isOne = /^[\w-]*$/.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text;
			expect(fromBase64Url(text) !== null).toBe(isOne);
		})
	);
});
