import { describe, expect, it } from 'vitest';
import { createGroups, createPorts } from '../connect/test-world';
import { seededRandom, fractionFrom } from '../link/random';
import { copied, joined, systemRandom, utf8, type Bytes } from '../trust/bytes';
import { joinGroup, type Group } from '../trust/group';
import { signWith } from '../trust/identity';
import { formatContent, parseContent, type SegmentContent } from './content';
import { parseSegment, signatureLength, type Segment } from './segment';
import { readSegment, writeSegment } from './segments';

const content: SegmentContent = {
	written: 1_795_831_200_000,
	after: 0,
	receipt: { fingerprint: '0123456789abcdef'.repeat(2), clocks: new Map([[7, 12]]), contacts: 3 },
	update: Uint8Array.of(0, 0)
};

async function groups(count: number) {
	const made = await createGroups(count, () => 1_000);
	return made as [Group, Group, Group];
}

async function written(group: Group, number = 5): Promise<Bytes> {
	const bytes = await writeSegment(group, systemRandom, number, content);
	if (!bytes) throw new Error('not written');
	return bytes;
}

/** One that only `adder` knows of. */
async function newDevice(adder: Group): Promise<Group> {
	const ports = await createPorts(() => 1_000);
	return joinGroup(ports, await adder.admit(ports.identity.publicKeys, 'Pixel'));
}

function parsed(bytes: Uint8Array): Segment {
	const segment = parseSegment(bytes);
	if (typeof segment === 'string') throw new Error(segment);
	return segment;
}

/** As its sender would sign it. */
const signedBy = async ({ identity }: Group, bytes: Uint8Array) =>
	joined(bytes, await signWith(identity, joined(utf8('kith segment\0'), bytes)));

describe('S1: the bytes of a segment', () => {
	it('are as the SPEC says', async () => {
		const [laptop] = await groups(2);
		const bytes = await written(laptop, 0x0102030405);
		expect([...bytes.slice(0, 9)]).toEqual([...utf8('kithsync'), 1]);
		expect([...bytes.slice(57, 63)]).toEqual([0, 1, 2, 3, 4, 5]);
		expect([bytes[75], bytes[140]]).toEqual([4, 1]);
		const rosterLength = new DataView(bytes.buffer).getUint32(189);
		const roster = laptop.entries().reduce((sum, entry) => sum + entry.length + 2, 0);
		expect(rosterLength).toBe(roster + 16);
		expect(bytes).toHaveLength(193 + rosterLength + formatContent(content).length + 16 + 64);
	});

	it('say nothing to a stranger: two of one device have the sender in common and no more', async () => {
		const [laptop] = await groups(2);
		const [one, other] = [parsed(await written(laptop)), parsed(await written(laptop))];
		for (const part of ['group', 'epoch', 'nonce', 'ephemeral', 'roster', 'body'] as const) {
			expect(one[part]).not.toEqual(other[part]);
		}
		expect(one.sender).toBe(other.sender);
		const text = new TextDecoder('latin1').decode(await written(laptop));
		expect(text).not.toContain('Device');
	});

	it('other than these are told apart', () => {
		expect(parseSegment(new Uint8Array(0))).toBe('not-kith');
		expect(parseSegment(utf8('kithsynx'))).toBe('not-kith');
		expect(parseSegment(utf8('kithsync'))).toBe('damaged');
		expect(parseSegment(joined(utf8('kithsync'), Uint8Array.of(0)))).toBe('damaged');
		expect(parseSegment(joined(utf8('kithsync'), Uint8Array.of(2)))).toBe('newer');
	});
});

describe('S2: a segment is read', () => {
	it('by each other member, and not by who wrote it', async () => {
		const [laptop, phone, tablet] = await groups(3);
		const bytes = await written(laptop);
		for (const reader of [phone, tablet]) {
			expect(await readSegment(reader, bytes)).toEqual({ sender: laptop.identity.id, number: 5, content });
		}
		expect(await readSegment(laptop, bytes)).toMatchObject({ refused: 'own' });
	});

	it('by no other group', async () => {
		const [laptop] = await groups(2);
		const [stranger] = await groups(1);
		expect(await readSegment(stranger, await written(laptop))).toMatchObject({ refused: 'foreign' });
	});

	it('only as it was signed: by its sender, for a file, over everything', async () => {
		const [laptop, phone, tablet] = await groups(3);
		const bytes = await written(laptop);
		const signed = bytes.slice(0, -signatureLength);
		expect(await readSegment(phone, await signedBy(laptop, signed))).toMatchObject({ content });
		expect(await readSegment(phone, await signedBy(tablet, signed))).toMatchObject({ refused: 'damaged' });
		const forAnotherUse = joined(signed, await signWith(laptop.identity, signed));
		expect(await readSegment(phone, forAnotherUse)).toMatchObject({ refused: 'damaged' });
	});

	it('only as it was sealed: what a member signed anew is bound to sender and number', async () => {
		const [laptop, phone, tablet] = await groups(3);
		const signed = (await written(laptop)).slice(0, -signatureLength);
		const renumbered = signed.map((byte, at) => (at === 62 ? byte + 1 : byte));
		expect(await readSegment(phone, await signedBy(laptop, renumbered))).toMatchObject({ refused: 'damaged' });
		const taken = copied(signed);
		const own = (await written(tablet)).slice(25, 57);
		taken.set(own, 25);
		expect(await readSegment(phone, await signedBy(tablet, taken))).toMatchObject({ refused: 'damaged' });
	});

	it('without trouble where what was sealed is no content', async () => {
		const random = seededRandom(3);
		const plain = formatContent(content);
		expect(parseContent(plain)).toEqual(content);
		for (let each = 0; each < 5_000; each++) {
			const bytes = plain.slice(0, Math.floor(fractionFrom(random) * (plain.length + 1)));
			const at = Math.floor(fractionFrom(random) * bytes.length);
			if (bytes.length > 0) bytes[at] = Math.floor(fractionFrom(random) * 256);
			const read = parseContent(bytes);
			expect(read === null || read.update instanceof Uint8Array).toBe(true);
		}
	});
});

describe('S3: removals', () => {
	it('come with the roster, for members alone, and with them the new secret', async () => {
		const [laptop, phone, tablet] = await groups(3);
		const old = await written(tablet);
		await laptop.remove(tablet.identity.id);
		const news = await written(laptop);
		expect(await readSegment(tablet, news)).toMatchObject({ refused: 'epoch' });
		expect(tablet.view().members.size).toBe(3);
		expect(phone.secrets().size).toBe(1);
		expect(await readSegment(phone, news)).toMatchObject({ content });
		expect([phone.view().members.has(tablet.identity.id), phone.secrets().size]).toEqual([false, 2]);
		expect(await readSegment(phone, old)).toMatchObject({ refused: 'removed', sender: tablet.identity.id });
	});

	it('make a device write nothing until it has the new secret, and nothing at all once it is out', async () => {
		const [laptop, phone, tablet] = await groups(3);
		await laptop.remove(tablet.identity.id);
		const removal = laptop.entries().slice(0, -1);
		await tablet.merge(removal);
		expect(await writeSegment(tablet, systemRandom, 1, content)).toBeNull();
		await phone.merge(laptop.entries());
		expect(await writeSegment(phone, systemRandom, 1, content)).not.toBeNull();
	});

	it('keep out a device that the remover did not know of until a member told of it', async () => {
		const [laptop, phone, tablet] = await groups(3);
		const pixel = await newDevice(phone);
		await laptop.remove(tablet.identity.id);
		expect(await readSegment(pixel, await written(laptop))).toMatchObject({ refused: 'epoch' });
		expect(await readSegment(laptop, await written(pixel))).toMatchObject({ refused: 'foreign' });
		expect(await readSegment(laptop, await written(phone))).toMatchObject({ content });
		expect(await readSegment(laptop, await written(pixel))).toMatchObject({ content });
		expect(await readSegment(pixel, await written(laptop))).toMatchObject({ content });
		expect(pixel.view().removed.has(tablet.identity.id)).toBe(true);
	});

	it('bring in a device by its own file where all hold the same secret', async () => {
		const [laptop, phone] = await groups(2);
		const pixel = await newDevice(phone);
		expect(await readSegment(laptop, await written(pixel))).toMatchObject({ content });
		expect(laptop.view().members.has(pixel.identity.id)).toBe(true);
	});

	it('of a thief reach nobody who knows of his own, under his name or another', async () => {
		const [laptop, phone, thief] = await groups(3);
		const accomplice = await newDevice(thief);
		await laptop.remove(thief.identity.id);
		await thief.remove(phone.identity.id);
		const before = await written(accomplice);
		await accomplice.merge(thief.entries());
		const entries = laptop.entries();
		for (const [from, refused] of [
			[thief, 'removed'],
			[accomplice, 'foreign']
		] as const) {
			expect(await readSegment(laptop, await written(from))).toMatchObject({ refused });
		}
		expect(await readSegment(laptop, before)).toMatchObject({ refused: 'foreign' });
		expect(laptop.entries()).toEqual(entries);
		expect(laptop.view().members.has(phone.identity.id)).toBe(true);
	});

	it('leave readable what a member sealed with the older secret', async () => {
		const [laptop, phone, tablet] = await groups(3);
		const before = await written(phone);
		await laptop.remove(tablet.identity.id);
		expect(await readSegment(laptop, before)).toMatchObject({ content });
	});
});
