import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import type { MemoryChannels } from '../channel';
import { createWorld, same, type TestDevice, type World } from './test-world';

/** More of them for a longer look. */
const histories = Number(process.env['KITH_HISTORIES'] ?? 60);
const seed = Number(process.env['KITH_SEED'] ?? 23);

const step = fc.record({
	kind: fc.constantFrom(
		...(['add', 'edit', 'edit', 'edit', 'delete', 'paste', 'clear', 'answer'] as const),
		...(['join', 'join', 'join', 'cut', 'sleep', 'crash', 'disk', 'gate'] as const)
	),
	who: fc.nat(2),
	other: fc.nat(2),
	at: fc.nat(24),
	ms: fc.nat(700)
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Joined {
	readonly one: TestDevice;
	readonly other: TestDevice;
	readonly channels: MemoryChannels;
}

const heldBy = (device: TestDevice) => ['a', 'b', 'c'].flatMap((id) => device.ofId(id)?.held ?? []);

async function answerAll(device: TestDevice, isAllowed: boolean): Promise<void> {
	for (const { id } of heldBy(device)) await device.exchange.answerHeld(id, isAllowed);
}

/** What is called up to date is so by what the other device has on its disk. */
function expectTruth(devices: readonly TestDevice[]): void {
	for (const one of devices) {
		for (const other of devices) {
			const state = one === other ? undefined : one.ofId(other.id);
			if (state?.having.kind !== 'up-to-date') continue;
			const onDisk = new Y.Doc();
			for (const update of other.stored) Y.applyUpdate(onDisk, update);
			const before = Y.snapshot(onDisk);
			Y.applyUpdate(onDisk, Y.encodeStateAsUpdate(one.doc));
			expect(Y.equalSnapshots(before, Y.snapshot(onDisk)), `${one.id} of ${other.id}`).toBe(true);
		}
	}
}

async function live(
	world: World,
	devices: readonly TestDevice[],
	joined: Joined[],
	{ kind, who, other, at, ms }: Step
) {
	const [one, two] = [devices[who], devices[other]];
	if (!one || !two) return;
	const id = `p${at}`;
	const of = (device: TestDevice) => joined.filter((pair) => pair.one === device || pair.other === device);
	if (kind === 'add') one.add(`${one.id} ${ms} ${at}`);
	else if (kind === 'edit') one.rename(id, `${one.id} ${ms}`);
	else if (kind === 'delete') one.setDeleted([id], ms % 2 === 0 ? 5 : 0);
	else if (kind === 'clear') one.setDeleted(one.live(), 5);
	else if (kind === 'answer') await answerAll(one, ms % 2 === 0);
	else if (kind === 'gate') one.gateMs = ms % 100;
	else if (kind === 'paste') one.doc.getMap('meta').set(id, 'a'.repeat(70_000 + ms));
	else if (kind === 'join' && one !== two) {
		const wire = { latencyMs: ms % 50, bytesPerSecond: 300_000 };
		const { channels, oneLink, otherLink } = await world.openLinks(one, two, wire);
		// The two need not agree on whether they are new to each other.
		one.exchange.join(oneLink, { isFirst: at % 2 === 0 });
		two.exchange.join(otherLink, { isFirst: at % 3 === 0 });
		joined.push({ one, other: two, channels });
	} else if (kind === 'cut') of(one).forEach(({ channels }) => channels.cut());
	else if (kind === 'sleep') of(one).forEach(({ channels }) => channels.silence());
	else if (kind === 'disk') one.diskMs = ms * 3;
	else if (kind === 'crash') {
		await one.crash(of(one).map(({ channels }) => channels));
		await one.start();
	}
	await world.play(ms);
	expectTruth(devices);
}

describe('E17: in any history of edits, cuts, sleeps, crashes and slow disks', () => {
	it('no device is falsely called up to date, nothing stored is lost, and all hold the same in the end', async () => {
		let held = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
				const world = await createWorld();
				const parts = { partBytes: 300 };
				const devices = [
					await world.device('a', parts),
					await world.device('b', parts),
					await world.device('c', parts)
				] as const;
				devices[0].add(...Array.from({ length: 25 }, (_, at) => `p${at}`));
				const joined: Joined[] = [];
				for (const one of steps) await live(world, devices, joined, one);
				held += devices.flatMap(heldBy).length;
				const kept = devices.flatMap(({ stored }) => stored);
				for (const one of devices) one.diskMs = 5;
				const [a, b, c] = devices;
				for (const [one, other] of [
					[a, b],
					[b, c],
					[a, c]
				] as const)
					await world.join(one, other);
				await world.play(15_000);
				for (let round = 0; devices.some((one) => heldBy(one).length > 0); round++) {
					expect(round).toBeLessThan(5);
					for (const one of devices) await answerAll(one, round === 0);
					await world.play(15_000);
				}
				expect(same(...devices)).toBe(true);
				for (const update of kept) Y.applyUpdate(a.doc, update);
				expect(same(...devices)).toBe(true);
				for (const one of devices) {
					for (const other of devices) if (one !== other) expect(one.havingOf(other).kind).toBe('up-to-date');
				}
				await world.close();
			}),
			{ numRuns: histories, seed, endOnFailure: true }
		);
		expect(held).toBeGreaterThan(0);
	}, 600_000);
});
