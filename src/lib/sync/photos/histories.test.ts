import { expect, it } from 'vitest';
import type { PhotoId } from '$lib/domain/contact';
import { seededRandom } from '../link/random';
import { picture } from './test-photos';
import { createWorld, type TestDevice } from './test-world';

const offences = ['bad-photo', 'bad-wish', 'flood'];

/** Three honest devices that add photos, lose their links, are closed, and have no room now and then. */
async function live(seed: number) {
	const world = await createWorld();
	const bytes = seededRandom(seed);
	const below = (most: number) => (bytes(1)[0] ?? 0) % most;
	const devices = [await world.device('laptop'), await world.device('phone'), await world.device('tablet')] as const;
	const one = (): TestDevice => devices[below(3)] ?? devices[0];
	const links = new Map<string, Awaited<ReturnType<typeof world.join>>>();
	const closed: string[] = [];
	const named: PhotoId[] = [];
	let made = 0;

	async function join(near: TestDevice, far: TestDevice): Promise<void> {
		if (near === far) return;
		const pair = [near, far]
			.map(({ prover }) => prover.deviceId)
			.toSorted()
			.join(' ');
		links.get(pair)?.channels.cut();
		const wire = { latencyMs: below(200), bytesPerSecond: 20_000 + below(200) * 1_000 };
		const opened = await world.join(near, far, wire);
		links.set(pair, opened);
		for (const link of [opened.oneLink, opened.otherLink]) link.watchClose((reason) => closed.push(reason));
	}

	async function add(): Promise<void> {
		const photos = Array.from({ length: 1 + below(6) }, () => {
			return picture(seed * 1_000 + made++, { length: 100 + below(250) * 100 });
		});
		const device = one();
		device.photos.isFull = false;
		named.push(...(await device.keep(...photos)));
		// The document comes to each when it comes, to some before the photo can be had there.
		for (const device of devices) if (below(3) > 0) device.name(...named);
	}

	const steps = [
		add,
		add,
		async () => join(one(), one()),
		async () => join(one(), one()),
		async () => void [...links.values()][below(3)]?.channels.cut(),
		async () => void (one().photos.isFull = true),
		async () => devices.forEach((device) => (device.photos.isFull = false)),
		async () => one().exchange.want(named[below(Math.max(1, named.length))] ?? ''),
		async () => {
			// What is kept is lost, as by a browser short of room, unless nobody else has it.
			const device = one();
			for (const id of [...device.photos.kept.keys()]) {
				const isElsewhere = devices.some((other) => other !== device && other.photos.kept.has(id));
				if (isElsewhere && below(8) === 0) device.photos.kept.delete(id);
			}
		},
		async () => {
			const device = one();
			device.exchange.close();
			for (const { oneLink, otherLink } of links.values()) {
				if (oneLink.peerId === device.prover.deviceId) otherLink.close('closed');
				else if (otherLink.peerId === device.prover.deviceId) oneLink.close('closed');
			}
			device.start();
		}
	];
	for (let step = 0; step < 40; step++) {
		await steps[below(steps.length)]?.();
		await world.play(below(8) * below(400));
	}
	for (const device of devices) {
		device.photos.isFull = false;
		device.name(...named);
		// What was lost meanwhile is noticed at the latest at the next start.
		device.exchange.close();
		device.start();
	}
	for (const { channels } of links.values()) channels.cut();
	await join(devices[0], devices[1]);
	await join(devices[1], devices[2]);
	const all = () => devices.every(({ photos }) => named.every((id) => photos.kept.has(id)));
	const took = await world.until(all, 15 * 60_000);
	await world.play(1_000);
	return { took, closed, named, toCome: devices.map(({ exchange }) => exchange.toCome) };
}

it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
	'P9 in whatever history, all photos come to all and no honest device offends: seed %i',
	async (seed) => {
		const { took, closed, named, toCome } = await live(seed);
		expect(named.length).toBeGreaterThan(0);
		expect(closed.filter((reason) => offences.includes(reason))).toEqual([]);
		expect([took === null, toCome]).toEqual([false, [0, 0, 0]]);
	}
);
