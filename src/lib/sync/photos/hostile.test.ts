import { describe, expect, it } from 'vitest';
import { seededRandom } from '../link/random';
import { forms, formatPhotoMessage, parsePhotoMessage, PhotoOffence } from './messages';
import { mostPhotoBytes, photoIdOf } from './small-photo';
import { blobOf, picture } from './test-photos';
import { createWorld } from './test-world';

const id = (letter: string) => letter.repeat(64);

/** A device that misses `photos`, and a peer at the other end of a link that was asked for the first two. */
async function askingPeer(...photos: readonly Uint8Array[]) {
	const world = await createWorld();
	const device = await world.device('device');
	const ids = await Promise.all(photos.map(photoIdOf));
	const peer = await world.meet(device, await world.device('peer'));
	device.name(...ids);
	await world.play(500);
	peer.say('answer', ...ids);
	await world.play(10);
	return { world, device, peer, ids };
}

/** A device that keeps `count` photos, which its document names, and a peer at the other end of a link. */
async function askedDevice(count: number) {
	const world = await createWorld();
	const device = await world.device('device');
	const ids = await device.keep(...Array.from({ length: count }, (_, at) => picture(at + 1)));
	device.name(...ids);
	const peer = await world.meet(device, await world.device('peer'));
	await world.play(500);
	return { world, device, peer, ids };
}

describe('P3: what comes is kept only when it is what was asked for', () => {
	const text = (words: string) => Uint8Array.from(words.padEnd(200), (letter) => letter.charCodeAt(0));
	const jpegOf = (width: number) => Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 9, width >> 8, width & 0xff, 3);

	it.each([
		['wider than any of ours', picture(1, { width: 513 })],
		['higher than any of ours', picture(1, { height: 100_000 })],
		['of no width', picture(1, { width: 0 })],
		['a JPEG that is too wide', jpegOf(513)],
		['longer than any of ours', picture(1, { length: mostPhotoBytes + 1 })],
		['a page', text('<html><script>alert(1)</script>')],
		['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">')],
		['a GIF', text('GIF89a\x09\0\x09\0')],
		['empty', new Uint8Array(0)]
	])('named by the document, but %s', async (_, bytes) => {
		const { world, device, peer } = await askingPeer(bytes);
		peer.send(bytes);
		await world.play(100);
		expect([peer.closedBy(), device.photos.kept.size]).toEqual(['bad-photo', 0]);
	});

	it('a small JPEG is kept, with the type that its bytes have', async () => {
		const { world, device, peer, ids } = await askingPeer(jpegOf(512));
		peer.send(jpegOf(512));
		await world.play(100);
		expect([peer.closedBy(), device.photos.kept.get(ids[0] ?? '')?.type]).toEqual([null, 'image/jpeg']);
	});

	it.each([
		['another photo', [picture(2)]],
		['one with a byte changed', [picture(1).fill(7, -1)]],
		['the same twice', [picture(1), picture(1)]]
	])('%s closes the link', async (_, sent) => {
		const { world, peer } = await askingPeer(picture(1));
		for (const bytes of sent) peer.send(bytes);
		await world.play(100);
		expect(peer.closedBy()).toBe('bad-photo');
	});

	it('one that nobody asked for closes the link', async () => {
		const { world, device, peer } = await askedDevice(1);
		peer.send(picture(9));
		await world.play(100);
		expect([peer.closedBy(), device.photos.kept.size]).toEqual(['bad-photo', 1]);
	});

	it('only that link: the photo comes from another device, and no other is asked of the first until it is forgiven', async () => {
		const { world, device, peer, ids } = await askingPeer(picture(1), picture(2));
		const tablet = await world.device('tablet');
		peer.send(picture(3));
		await world.play(100);
		expect(peer.closedBy()).toBe('bad-photo');
		const { oneLink } = await world.join(tablet, device);
		await tablet.keep(picture(1));
		tablet.name(...ids);
		expect(await world.until(() => device.photos.kept.has(ids[0] ?? ''), 5_000)).not.toBeNull();
		let closed: string | null = null;
		oneLink.watchClose((reason) => (closed = reason));
		expect(closed).toBeNull();
		const asked = peer.heard.length;
		device.exchange.forgive('peer');
		await world.play(1_000);
		expect([peer.heard.length, device.exchange.toCome]).toEqual([asked, 1]);
	});

	it('a device that sent none is asked nothing on its next link, until it is forgiven', async () => {
		const world = await createWorld();
		const [device, hostile] = [await world.device('device'), await world.device('hostile')];
		const first = await world.meet(device, hostile);
		first.send(picture(9));
		await world.play(100);
		expect(first.closedBy()).toBe('bad-photo');
		device.name(id('a'));
		const second = await world.meet(device, hostile);
		await world.play(1_000);
		expect(second.heard).toEqual([]);
		device.exchange.forgive('hostile');
		await world.play(100);
		expect(second.heard.map(({ kind }) => kind)).toEqual(['photo-wish']);
	});
});

describe('P6: what a device asks for', () => {
	it('it is given what the document names, and told what will not come', async () => {
		const { world, device, peer, ids } = await askedDevice(2);
		const [secret = ''] = await device.keep(picture(77));
		peer.say('question', ids[0] ?? '', secret, id('f'));
		peer.say('wish', secret, ids[0] ?? '');
		await world.play(1_000);
		peer.say('wish', id('f'));
		await world.play(1_000);
		expect(peer.closedBy()).toBeNull();
		const said = peer.heard.filter(({ kind }) => kind === 'photo-wish').map(({ bytes }) => parsePhotoMessage(bytes));
		expect(said).toEqual([
			{ form: 'answer', ids: [ids[0]] },
			{ form: 'none', ids: [secret] },
			{ form: 'none', ids: [id('f')] }
		]);
		expect(peer.heard.filter(({ kind }) => kind === 'photo').map(({ bytes }) => bytes)).toEqual([picture(1)]);
		expect(device.photos.reads).toBe(1);
	});

	it('more than two wishes at once close the link', async () => {
		const { world, device, peer, ids } = await askedDevice(10);
		peer.say('wish', ...ids.slice(0, 2));
		await world.play(100);
		expect([peer.closedBy(), device.photos.reads]).toEqual([null, 2]);
		peer.say('wish', ...ids.slice(2, 5));
		await world.play(1_000);
		expect([peer.closedBy(), device.photos.reads]).toEqual(['flood', 2]);
	});

	it('a second question before the answer closes the link, and answers are 100 ms apart', async () => {
		const { world, peer } = await askedDevice(1);
		peer.say('question', id('a'));
		await world.play(1);
		peer.say('question', id('a'));
		await world.play(50);
		expect([peer.heard.length, peer.closedBy()]).toEqual([1, null]);
		peer.say('question', id('a'));
		await world.play(50);
		expect(peer.closedBy()).toBe('flood');
	});

	it('one photo is sent three times, then not for ten minutes', async () => {
		const { world, device, peer, ids } = await askedDevice(1);
		const [only = ''] = ids;
		for (let at = 0; at < 20; at++) {
			peer.say('wish', only);
			await world.play(200);
		}
		expect([device.photos.reads, peer.closedBy()]).toEqual([3, null]);
		await world.play(11 * 60_000);
		peer.say('wish', only);
		await world.play(200);
		expect(device.photos.reads).toBe(4);
	});

	it('it is told of what came later only if it had asked, and once', async () => {
		const { world, device, peer, ids } = await askedDevice(1);
		peer.say('question', id('c'), await photoIdOf(picture(50)));
		await world.play(500);
		const late = [...(await device.keep(picture(50))), ...(await device.keep(picture(51)))];
		device.name(...ids, ...late);
		await world.play(2_000);
		const said = peer.heard.map(({ bytes }) => parsePhotoMessage(bytes));
		expect(said).toEqual([
			{ form: 'answer', ids: [] },
			{ form: 'arrived', ids: [late[0]] }
		]);
	});
});

describe('P7: what is no message about photos', () => {
	it.each([
		['nothing', []],
		['an unknown form', [forms.length, ...new Array<number>(32).fill(1)]],
		['half an id', [0, ...new Array<number>(16).fill(1)]],
		['a question about nothing', [0]],
		['the same id twice', [0, ...new Array<number>(64).fill(1)]],
		['too many ids', [0, ...Array.from({ length: 257 * 32 }, (_, at) => (at % 32 === 0 ? at / 32 : at / 8192) & 0xff)]],
		['an answer to no question', [1, ...new Array<number>(32).fill(1)]],
		['a refusal of what was not wished for', [4, ...new Array<number>(32).fill(1)]]
	])('%s closes the link', async (_, bytes) => {
		const { world, peer } = await askedDevice(1);
		peer.sayBytes(Uint8Array.from(bytes));
		await world.play(100);
		expect(peer.closedBy()).toBe('bad-wish');
	});

	it('no bytes are read as anything but a message, or an offence', () => {
		const random = seededRandom(3);
		const good = formatPhotoMessage({ form: 'wish', ids: [id('a'), id('b')] });
		expect(parsePhotoMessage(good)).toEqual({ form: 'wish', ids: [id('a'), id('b')] });
		let refused = 0;
		for (let round = 0; round < 4_000; round++) {
			const [length = 0, at = 0, value = 0, whole = 0] = random(4);
			const bytes = whole < 128 ? random(length) : good.slice(0, length % 90);
			if (bytes.length > 0) bytes[at % bytes.length] = value;
			try {
				const message = parsePhotoMessage(bytes);
				expect(formatPhotoMessage(message)).toEqual(bytes);
			} catch (reason) {
				if (!(reason instanceof PhotoOffence)) throw reason;
				refused++;
			}
		}
		expect(refused).toBeGreaterThan(3_000);
	});

	it('whatever comes over a link, the device stands, keeps nothing of it, and goes on with others', async () => {
		const world = await createWorld();
		const [device, honest] = [await world.device('device'), await world.device('honest')];
		const wanted = await honest.keep(picture(1));
		device.name(...wanted, id('a'), id('b'));
		honest.name(...wanted);
		const random = seededRandom(5);
		const words = new Set<string | null>();
		for (let round = 0; round < 60; round++) {
			const peer = await world.meet(device, await world.device(`hostile-${round}`));
			await world.play(250);
			for (let sent = 0; sent < 30; sent++) {
				const [what = 0, form = 0, length = 0] = random(3);
				if (what < 60) peer.send(picture(round, { length: 100 + length, width: form }));
				else if (what < 120) peer.sayBytes(random(length));
				else peer.say(forms[form % forms.length] ?? 'none', ...wanted, id('a'));
			}
			await world.play(300);
			words.add(peer.closedBy());
		}
		expect([...words].filter((word) => !['bad-photo', 'bad-wish', 'flood'].includes(word ?? ''))).toEqual([]);
		expect(words.size).toBeGreaterThan(1);
		expect(device.photos.kept.size).toBe(0);
		await world.join(device, honest);
		expect(await world.until(() => device.photos.kept.size === 1, 5_000)).not.toBeNull();
		expect(await device.photos.put(blobOf(picture(2)))).toBe(await photoIdOf(picture(2)));
	});
});
