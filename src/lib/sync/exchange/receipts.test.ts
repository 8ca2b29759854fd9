import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadReceipt, isCovered, ReceiptReader, ReceiptWriter, type Receipt } from './receipts';

const receipt = (clocks: readonly (readonly [number, number])[], contacts = 3): Receipt => ({
	fingerprint: '00ff'.repeat(8),
	clocks: new Map(clocks),
	contacts
});
const read = (reader: ReceiptReader, messages: readonly Uint8Array[]) =>
	messages.map((part) => reader.take(part)).at(-1);

describe('E10: a receipt', () => {
	it('arrives as it was said', () => {
		const [writer, reader] = [new ReceiptWriter(), new ReceiptReader()];
		const first = receipt([
			[1, 7],
			[2 ** 32 - 1, 2 ** 31]
		]);
		expect(read(reader, writer.messages(first))).toEqual(first);
		expect(read(reader, writer.messages(receipt([], 0)))?.contacts).toBe(0);
	});

	it('names only the clients that changed since the last one, in messages that a link takes', () => {
		const [writer, reader] = [new ReceiptWriter(), new ReceiptReader()];
		const many = Array.from({ length: 20_000 }, (_, at) => [at * 200_000, at] as const);
		const whole = writer.messages(receipt(many));
		expect(Math.max(...whole.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(16_384);
		expect(read(reader, whole)).toEqual(receipt(many));
		const next = writer.messages(receipt([...many.slice(1), [0, 9]]));
		expect(next.map(({ byteLength }) => byteLength)).toEqual([5, 19]);
		expect(read(reader, next)?.clocks.get(0)).toBe(9);
		writer.forget();
		expect(writer.messages(receipt(many))).toHaveLength(whole.length);
	});

	it.each<[string, readonly number[]]>([
		['nothing', []],
		['another version', [2, 1]],
		['another part', [1, 2]],
		['a short fingerprint', [1, 1, 0, 0]],
		['too few clients', [1, 0, 3, 1, 1]],
		['something behind it', [1, 0, 1, 1, 1, 1]]
	])('made of %s is refused', (_, bytes) => {
		expect(() => new ReceiptReader().take(Uint8Array.from(bytes))).toThrow(BadReceipt);
	});

	it('of any bytes is read or refused', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(1), (tail, part) => {
				try {
					new ReceiptReader().take(Uint8Array.of(1, part, ...tail));
				} catch (error) {
					expect(error).toBeInstanceOf(BadReceipt);
				}
			}),
			{ numRuns: 1_000, seed: 3 }
		);
	});

	it('tells whether all of it is known here', () => {
		const ours = new Map([
			[1, 5],
			[2, 1]
		]);
		expect(isCovered(new Map([[1, 5]]), ours)).toBe(true);
		expect(isCovered(new Map([[1, 6]]), ours)).toBe(false);
		expect(isCovered(new Map([[3, 1]]), ours)).toBe(false);
	});
});
