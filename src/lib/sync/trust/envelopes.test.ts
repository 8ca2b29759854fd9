import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemRandom, toBase64Url, type Bytes } from './bytes';
import { open, ReplayGuard, seal, type Envelope } from './envelopes';

const id = (byte: number) => toBase64Url(new Uint8Array(32).fill(byte));
const [ana, ben, eve] = [id(1), id(2), id(3)];
const secret: Bytes = new Uint8Array(32).fill(9);
const topic = 'ab'.repeat(32);
const letter = (counter: number, from = ana, to: string | null = ben): Envelope => ({
	from,
	to,
	counter,
	body: new Uint8Array([1, 2, 3])
});

it('T20 opens what was sealed, and what it says is not seen from outside', async () => {
	const sealed = await seal(secret, topic, letter(7), systemRandom);
	expect(await open(secret, topic, sealed)).toEqual(letter(7));
	expect(await open(secret, topic, await seal(secret, topic, letter(7, ana, null), systemRandom))).toMatchObject({
		to: null
	});
	expect(await seal(secret, topic, letter(7), systemRandom)).not.toEqual(sealed);
});

it('T20 opens nothing of another topic or secret, and nothing that was changed', async () => {
	const sealed = await seal(secret, topic, letter(7), systemRandom);
	await expect(open(secret, 'cd'.repeat(32), sealed)).rejects.toMatchObject({ code: 'unopened' });
	await expect(open(new Uint8Array(32), topic, sealed)).rejects.toMatchObject({ code: 'unopened' });
	await expect(open(secret, topic, new Uint8Array(100_000))).rejects.toMatchObject({ code: 'unopened' });
	await fc.assert(
		fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
			const changed = sealed.slice();
			changed[at] = (changed[at] ?? 0) ^ bits;
			await expect(open(secret, topic, changed)).rejects.toMatchObject({ code: 'unopened' });
		}),
		{ numRuns: 60, seed: 1 }
	);
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
			await expect(open(secret, topic, bytes)).rejects.toMatchObject({ code: 'unopened' });
		}),
		{ numRuns: 60, seed: 1 }
	);
});

it('T20 takes no body that a meeting point would not carry', async () => {
	const long = { ...letter(1), body: new Uint8Array(16_384) };
	await expect(seal(secret, topic, long, systemRandom)).rejects.toMatchObject({ code: 'full' });
});

it('T21 takes each once, in whatever order, and none that is far behind', () => {
	const guard = new ReplayGuard(ben, (from) => from === ana);
	for (const counter of [100, 102, 101, 50]) guard.take(letter(counter));
	for (const counter of [100, 101, 102, 50, 38, 1]) expect(() => guard.take(letter(counter))).toThrow('replayed');
	guard.take(letter(39));
	guard.take(letter(1_000));
	expect(() => guard.take(letter(102))).toThrow('replayed');
});

it('T21 takes nothing from strangers, from itself or for another, and keeps nothing of them', () => {
	const guard = new ReplayGuard(ben, (from) => from !== eve);
	expect(() => guard.take(letter(1, eve))).toThrow('not-a-member');
	expect(() => guard.take(letter(1, ben))).toThrow('not-a-member');
	expect(() => guard.take(letter(1, ana, eve))).toThrow('not-a-member');
	guard.take(letter(1, ana, null));
});
