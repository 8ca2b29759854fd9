import { describe, expect, it } from 'vitest';
import type { PhotoId } from '$lib/domain/contact';
import { parsePhotoMessage } from './messages';
import { picture } from './test-photos';
import { createWorld, type TestDevice } from './test-world';

const pictures = (count: number, from = 1) => Array.from({ length: count }, (_, at) => picture(from + at));
const minute = 60_000;

async function twoDevices() {
	const world = await createWorld();
	return { world, laptop: await world.device('laptop'), phone: await world.device('phone') };
}

/** Both documents name what the laptop keeps. */
async function withPhotos(count: number) {
	const { world, laptop, phone } = await twoDevices();
	const ids = await laptop.keep(...pictures(count));
	laptop.name(...ids);
	phone.name(...ids);
	return { world, laptop, phone, ids };
}

/** What a device heard about photos from a link's other end, of one form. */
const heardOf = (heard: readonly { readonly kind: string; readonly bytes: Uint8Array }[], form: string) =>
	heard
		.filter(({ kind }) => kind === 'photo-wish')
		.map(({ bytes }) => parsePhotoMessage(bytes))
		.filter((message) => message.form === form)
		.map(({ ids }) => ids);

const has = ({ photos }: TestDevice, ids: readonly PhotoId[]) => ids.every((id) => photos.kept.has(id));

describe('P1: what the document names and this device has not', () => {
	it('comes from a device that has it, byte for byte, and is counted until then', async () => {
		const { world, laptop, phone, ids } = await withPhotos(30);
		await world.join(laptop, phone, { bytesPerSecond: 1_000_000 });
		await world.play(200);
		expect(phone.exchange.toCome).toBe(30);
		expect(await world.until(() => phone.exchange.toCome === 0, 10_000)).not.toBeNull();
		for (const id of ids) {
			expect(await phone.photos.kept.get(id)?.arrayBuffer()).toEqual(await laptop.photos.kept.get(id)?.arrayBuffer());
		}
		expect(phone.photos.kept.get(ids[0] ?? '')?.type).toBe('image/png');
		await world.play(1_000);
		expect(phone.told).toBeGreaterThan(0);
	});

	it('comes both ways at once, and round a device that has none of it', async () => {
		const { world, laptop, phone } = await twoDevices();
		const tablet = await world.device('tablet');
		const ids = [...(await laptop.keep(...pictures(5))), ...(await phone.keep(...pictures(5, 50)))];
		for (const device of [laptop, phone, tablet]) device.name(...ids);
		await world.join(laptop, tablet);
		await world.join(tablet, phone);
		const all = () => [laptop, phone, tablet].every((device) => has(device, ids));
		expect(await world.until(all, 10_000)).not.toBeNull();
	});

	it('comes soon when it was added on the other device while the two are linked', async () => {
		const { world, laptop, phone } = await twoDevices();
		await world.join(laptop, phone);
		await world.play(5_000);
		const ids = await laptop.keep(picture(9));
		phone.name(...ids);
		laptop.name(...ids);
		expect(await world.until(() => has(phone, ids), 2_000)).not.toBeNull();
	});

	it('is not asked for when it is put here meanwhile, or is named no more', async () => {
		const { world, laptop, phone } = await twoDevices();
		const [here] = await phone.keep(picture(1));
		const peer = await world.meet(phone, laptop);
		phone.name(here ?? '', 'b'.repeat(64));
		phone.name(here ?? '');
		await world.play(1_000);
		expect(heardOf(peer.heard, 'question')).toEqual([]);
		expect(phone.exchange.toCome).toBe(0);
	});
});

describe('P2: a few at a time', () => {
	it('at most two are on their way, and what a screen wants comes next', async () => {
		const { world, laptop, phone } = await twoDevices();
		const all = pictures(20);
		const ids = await laptop.keep(...all);
		const peer = await world.meet(phone, laptop);
		phone.name(...ids);
		await world.play(500);
		expect(heardOf(peer.heard, 'question')).toEqual([ids]);
		peer.say('answer', ...ids);
		await world.play(10);
		expect(heardOf(peer.heard, 'wish')).toEqual([ids.slice(0, 2)]);
		const [first = new Uint8Array()] = all;
		phone.exchange.want(ids[11] ?? '');
		phone.exchange.want(ids[15] ?? '');
		peer.send(first);
		await world.until(() => heardOf(peer.heard, 'wish').length > 1, 100);
		expect(heardOf(peer.heard, 'wish').at(-1)).toEqual([ids[15]]);
	});

	it('what a screen wants is asked about first, too', async () => {
		const { world, laptop, phone } = await twoDevices();
		const ids = Array.from({ length: 600 }, (_, at) => at.toString(16).padStart(64, '0'));
		phone.exchange.want(ids[500] ?? '');
		const peer = await world.meet(phone, laptop);
		phone.name(...ids);
		await world.play(500);
		const [question = []] = heardOf(peer.heard, 'question');
		expect([question.length, question[0], question[1]]).toEqual([256, ids[500], ids[0]]);
	});

	it('two devices share the work, and each photo comes once', async () => {
		const { world, laptop, phone, ids } = await withPhotos(20);
		const tablet = await world.device('tablet');
		await tablet.keep(...pictures(20));
		tablet.name(...ids);
		const wire = { bytesPerSecond: 50_000 };
		await world.join(laptop, phone, wire);
		await world.join(tablet, phone, wire);
		expect(await world.until(() => has(phone, ids), 60_000)).not.toBeNull();
		expect(laptop.photos.reads + tablet.photos.reads).toBe(20);
		expect(Math.min(laptop.photos.reads, tablet.photos.reads)).toBeGreaterThan(4);
	});
});

describe('P4: one that is not to be had', () => {
	it('is asked for once on a link, again on a new one and after a while', async () => {
		const { world, laptop, phone } = await twoDevices();
		const id = 'a'.repeat(64);
		phone.name(id);
		const first = await world.meet(phone, laptop);
		await world.play(500);
		first.say('answer');
		await world.play(9 * minute);
		expect(heardOf(first.heard, 'question')).toEqual([[id]]);
		const second = await world.meet(phone, laptop);
		await world.play(500);
		expect(heardOf(second.heard, 'question')).toEqual([[id]]);
		second.say('answer');
		await world.play(2 * minute);
		expect(heardOf(second.heard, 'question')).toEqual([[id], [id]]);
		expect(phone.exchange.toCome).toBe(1);
	});

	it('comes as soon as the device says that it has it now', async () => {
		const { world, laptop, phone } = await twoDevices();
		const tablet = await world.device('tablet');
		const ids = await tablet.keep(...pictures(3));
		for (const device of [laptop, phone, tablet]) device.name(...ids);
		await world.join(laptop, phone);
		await world.play(2_000);
		expect(phone.exchange.toCome).toBe(3);
		await world.join(tablet, laptop);
		expect(await world.until(() => has(phone, ids), 3_000)).not.toBeNull();
	});

	it('is asked of another device when one does not send it, or says that it will not', async () => {
		const { world, laptop, phone } = await twoDevices();
		const tablet = await world.device('tablet');
		const ids = await tablet.keep(...pictures(2));
		const silent = await world.meet(phone, laptop);
		phone.name(...ids);
		tablet.name(...ids);
		await world.play(500);
		silent.say('answer', ...ids);
		await world.play(500);
		await world.join(tablet, phone);
		await world.play(5_000);
		expect(phone.exchange.toCome).toBe(2);
		silent.say('none', ids[0] ?? '');
		expect(await world.until(() => has(phone, ids.slice(0, 1)), 1_000)).not.toBeNull();
		expect(await world.until(() => has(phone, ids), 2 * minute)).not.toBeNull();
		expect(silent.closedBy()).not.toBe('bad-photo');
	});

	it('that is damaged here is asked of the others once a screen wants it', async () => {
		const { world, laptop, phone, ids } = await withPhotos(1);
		await phone.keep(picture(1));
		await world.join(laptop, phone);
		await world.play(1_000);
		phone.photos.kept.clear();
		phone.exchange.want(ids[0] ?? '');
		expect(await world.until(() => has(phone, ids), 2_000)).not.toBeNull();
	});
});

describe('P5: what is in the way', () => {
	it('a link that is cut at any moment loses nothing: the next one goes on', async () => {
		const { world, laptop, phone, ids } = await withPhotos(40);
		let links = 0;
		while (phone.photos.kept.size < ids.length && links < 60) {
			const { channels } = await world.join(laptop, phone, { bytesPerSecond: 100_000 });
			links++;
			await world.play(600 + 137 * (links % 7));
			channels.cut();
			await world.play(50);
		}
		expect([has(phone, ids), phone.photos.kept.size]).toEqual([true, 40]);
		expect(links).toBeGreaterThan(5);
		expect(laptop.photos.reads).toBeLessThan(40 + 3 * links);
	});

	it('a store that takes nothing is left in peace for five minutes, then it goes on', async () => {
		const { world, laptop, phone, ids } = await withPhotos(10);
		phone.photos.isFull = true;
		await world.join(laptop, phone);
		await world.play(4 * minute);
		expect([phone.exchange.toCome, laptop.photos.reads]).toEqual([10, 2]);
		phone.photos.isFull = false;
		expect(await world.until(() => has(phone, ids), 3 * minute)).not.toBeNull();
	});

	it('a store that cannot be read asks for nothing, and gives nothing, until it can', async () => {
		const { world, laptop, phone, ids } = await withPhotos(3);
		phone.photos.isBroken = true;
		phone.exchange.close();
		phone.start();
		await world.join(laptop, phone);
		await world.play(minute);
		expect([phone.exchange.toCome, laptop.photos.reads]).toEqual([0, 0]);
		phone.photos.isBroken = false;
		expect(await world.until(() => has(phone, ids), 6 * minute)).not.toBeNull();
	});

	it('what other devices would refuse is not sent', async () => {
		const { world, laptop, phone } = await twoDevices();
		const ids = await laptop.keep(picture(1, { width: 513 }), new Uint8Array(100), picture(2));
		laptop.name(...ids);
		phone.name(...ids);
		const { oneLink } = await world.join(laptop, phone);
		await world.play(11 * minute);
		let closed: string | null = null;
		oneLink.watchClose((reason) => (closed = reason));
		expect([[...phone.photos.kept.keys()], closed]).toEqual([[ids[2]], null]);
	});
});

describe('P10: a device that was removed', () => {
	it('is given nothing more, on a link that stays', async () => {
		const { world, laptop, phone } = await withPhotos(30);
		await world.join(laptop, phone, { bytesPerSecond: 100_000 });
		expect(await world.until(() => phone.exchange.toCome < 28, 10_000)).not.toBeNull();
		laptop.exchange.forget('phone');
		await world.play(1_000);
		const left = phone.exchange.toCome;
		expect(left).toBeGreaterThan(20);
		await world.play(10 * minute);
		expect(phone.exchange.toCome).toBe(left);
	});
});

describe('P8: closed', () => {
	it('it leaves no timer and no listener, and says nothing more', async () => {
		const { world, laptop, phone } = await withPhotos(40);
		const { channels } = await world.join(laptop, phone, { bytesPerSecond: 100_000 });
		await world.play(1_000);
		phone.exchange.close();
		laptop.exchange.close();
		await world.play(2_000);
		const reads = laptop.photos.reads;
		await world.play(5_000);
		channels.cut();
		expect([laptop.photos.reads, world.waiting(), phone.listening, laptop.listening]).toEqual([reads, 0, 0, 0]);
	});
});
