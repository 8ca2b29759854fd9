import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemRandom } from '../trust/bytes';
import { createKeyPairs, identityOf } from '../trust/identity';
import { agreeOn, commitmentTo, type Opening } from './agreement';
import { firstKeyOf, openFrame, readFrame, sealFrame, type Head } from './frames';
import { encodeGift, parseGift, partsOf } from './gift-bytes';
import { meetingOf } from './meeting';
import { encodeMessage, parseMessage, type Message } from './messages';

const head: Omit<Head, 'version'> = { direction: 'to-host', level: 'first', session: 'abcdefghijklmnop', counter: 7 };
const hello: Message = { kind: 'hello', commitment: new Uint8Array(32).fill(3) };

async function sealed() {
	const meeting = await meetingOf('code', new Uint8Array([1]));
	const key = await firstKeyOf(meeting);
	return { meeting, key, bytes: await sealFrame(key, meeting.topic, head, encodeMessage(hello), systemRandom) };
}

it('P6 a frame is bound to its topic, direction, level, session and number', async () => {
	const { meeting, key, bytes } = await sealed();
	const frame = readFrame(bytes);
	if (!frame) throw new Error('no frame');
	expect(frame).toMatchObject({ ...head, version: 1 });
	const plain = await openFrame(key, meeting.topic, frame);
	expect(plain && parseMessage(plain)).toEqual(hello);
	expect(await openFrame(key, 'another', frame)).toBeNull();
	for (let at = 0; at < bytes.length; at++) {
		const changed = bytes.slice();
		changed[at] = (changed[at] ?? 0) ^ 1;
		const other = readFrame(changed);
		expect(other && (await openFrame(key, meeting.topic, other)), `byte ${at}`).toBeNull();
	}
});

it('P6 the first key is another for another topic and another secret', async () => {
	const { bytes, meeting } = await sealed();
	const frame = readFrame(bytes);
	if (!frame) throw new Error('no frame');
	const others = [await meetingOf('link', new Uint8Array([1])), { ...meeting, secret: systemRandom(32) }];
	for (const other of others) expect(await openFrame(await firstKeyOf(other), meeting.topic, frame)).toBeNull();
});

it('P7 whatever comes is read without harm, and messages come back as they were', () => {
	const some: Message[] = [
		hello,
		{ kind: 'want', part: 513 },
		{ kind: 'waiting' },
		{ kind: 'thanks' },
		{ kind: 'part', part: 1, count: 2, bytes: new Uint8Array([4, 5]) },
		{ kind: 'refuse', word: 'busy' }
	];
	for (const message of some) expect(parseMessage(encodeMessage(message))).toEqual(message);
	expect(parseMessage(new Uint8Array([7, 0]))).toBeNull();
	expect(parseMessage(new Uint8Array([10, 99]))).toBeNull();
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
			const message = parseMessage(bytes);
			if (message && message.kind !== 'ready') expect(encodeMessage(message)).toEqual(bytes);
			readFrame(bytes);
		}),
		{ seed: 5, numRuns: 2_000 }
	);
	expect(readFrame(new Uint8Array(20_000))).toBeNull();
});

it('P8 a gift is opened by the device it is for, in the meeting it is for, and by nobody else', async () => {
	const [laptop, eve] = await Promise.all([createKeyPairs(), createKeyPairs()]);
	const { publicKeys } = await identityOf(laptop);
	const gift = { group: 'g', entries: [new Uint8Array([1, 2])], secrets: new Map([['g', systemRandom(32)]]) };
	const transcript = systemRandom(32);
	const bytes = await encodeGift(gift, publicKeys.agree, transcript);
	if (!bytes) throw new Error('no bytes');
	expect(await parseGift(bytes, laptop.agree.privateKey, transcript)).toEqual(gift);
	expect(await parseGift(bytes, eve.agree.privateKey, transcript)).toBeNull();
	expect(await parseGift(bytes, laptop.agree.privateKey, systemRandom(32))).toBeNull();
	expect(await parseGift(bytes.slice(0, -1), laptop.agree.privateKey, transcript)).toBeNull();
	expect(await encodeGift(gift, new Uint8Array(65), transcript)).toBeNull();
	expect(partsOf(new Uint8Array(20_000)).map((part) => part.length)).toEqual([8_192, 8_192, 3_616]);
	expect(await parseGift(systemRandom(500), laptop.agree.privateKey, transcript)).toBeNull();
});

it('P9 both sides work out the same digits, and any change of what was said gives others', async () => {
	const [host, guest] = await Promise.all([createKeyPairs(), createKeyPairs()]);
	const [hostKey, guestKey] = [(await identityOf(host)).publicKeys.agree, (await identityOf(guest)).publicKeys.agree];
	const meeting = await meetingOf('code', new Uint8Array([1]));
	const [hostNonce, guestNonce] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
	const commitment = await commitmentTo(guestKey, guestNonce);
	const opening: Opening = { session: 'abcdefghijklmnop', commitment, hostKey, hostNonce, guestKey, guestNonce };
	const here = await agreeOn(meeting, opening, host.agree.privateKey, guestKey);
	const there = await agreeOn(meeting, opening, guest.agree.privateKey, hostKey);
	expect(there?.digits).toBe(here?.digits);
	expect(there?.transcript).toEqual(here?.transcript);
	const changes: Partial<Opening>[] = [
		{ session: 'abcdefghijklmnoq' },
		{ hostNonce: guestNonce },
		{ guestNonce: hostNonce },
		{ commitment: hostNonce },
		{ guestKey: hostKey }
	];
	for (const change of changes) {
		const other = await agreeOn(meeting, { ...opening, ...change }, host.agree.privateKey, guestKey);
		expect(other?.transcript).not.toEqual(here?.transcript);
	}
	expect(await agreeOn(meeting, opening, host.agree.privateKey, new Uint8Array(65))).toBeNull();
});
