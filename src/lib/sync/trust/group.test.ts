import type { Prover } from '../link/prover';
import { describe, expect, it } from 'vitest';
import { systemRandom } from './bytes';
import { createRotation, dayOf, openSecrets, topicOf } from './epochs';
import { foundGroup, joinGroup, openGroup, type Group, type GroupPorts } from './group';
import { createKeyPairs, identityOf } from './identity';
import { memoryKeyStore } from './key-store';
import { emptyRoster, signNext } from './roster';
import { mergeEntries } from './roster-merging';
import { readRoster } from './roster-reading';

async function createPorts(now = 1_000): Promise<GroupPorts> {
	const identity = await identityOf(await createKeyPairs());
	return { identity, store: memoryKeyStore(), random: systemRandom, now: () => now };
}

/** As pairing does it. */
async function join(host: Group, ports: GroupPorts, name = ''): Promise<Group> {
	return joinGroup(ports, await host.admit(ports.identity.publicKeys, name));
}
async function groupOf(count: number): Promise<Group[]> {
	const first = await foundGroup(await createPorts(), 'Phone');
	const groups = [first];
	while (groups.length < count) groups.push(await join(first, await createPorts(), `Device ${groups.length}`));
	for (const group of groups) await group.merge(first.entries());
	return groups;
}
/** Tells each the others' entries until none has news, a bounded number of times. */
async function meet(groups: readonly Group[]): Promise<void> {
	for (let round = 0; round < 4; round++) {
		for (const to of groups) for (const from of groups) if (to !== from) await to.merge(from.entries());
	}
}
const secretOf = (group: Group) => group.secrets().get(group.view().epoch.id);
const nth =
	(at: number) =>
	(groups: readonly Group[]): Group => {
		const group = groups[at];
		if (!group) throw new Error(`no group ${at}`);
		return group;
	};
const [first, second, third, fourth] = [nth(0), nth(1), nth(2), nth(3)];

const newest = ({ epochs }: Prover) => epochs[0] ?? -1;
describe('a group’s secret', () => {
	it('T14 is handed to a new device, and both ends agree on where to meet', async () => {
		const groups = await groupOf(2);
		const [one, other] = [secretOf(first(groups)), secretOf(second(groups))];
		expect(one).toHaveLength(32);
		expect(other).toEqual(one);
		if (!one || !other) throw new Error('no secret');
		expect(await topicOf(one, 20_000)).toMatch(/^[0-9a-f]{64}$/);
		expect(await topicOf(one, 20_000)).toBe(await topicOf(other, 20_000));
		expect(await topicOf(one, 20_001)).not.toBe(await topicOf(one, 20_000));
		expect(dayOf(86_400_000 * 3 - 1)).toBe(2);
	});

	it('T15 is a new one for those who stay once a device is removed, who can open nothing new', async () => {
		const groups = await groupOf(3);
		const before = secretOf(first(groups));
		await first(groups).remove(third(groups).identity.id);
		await second(groups).merge(first(groups).entries());
		await third(groups).merge(first(groups).entries());
		expect(secretOf(second(groups))).toEqual(secretOf(first(groups)));
		expect(secretOf(first(groups))).not.toEqual(before);
		expect(first(groups).view().isStale).toBe(false);
		expect(secretOf(third(groups))).toBeUndefined();
		expect(third(groups).secrets().size).toBe(1);
		expect(third(groups).prover.macKey(newest(first(groups).prover))).toBeNull();
	});

	it('T15 is not opened by a removed device that tries others’ wraps and keys', async () => {
		const groups = await groupOf(3);
		await first(groups).remove(third(groups).identity.id);
		const { roster } = await mergeEntries(emptyRoster(first(groups).id), first(groups).entries());
		const view = readRoster(roster);
		const { rotation } = view.epoch;
		if (!rotation) throw new Error('no rotation');
		expect([...rotation.wraps.keys()]).not.toContain(third(groups).identity.id);
		const open = (changed: typeof rotation) =>
			openSecrets({ ...view, epochs: [{ ...view.epoch, rotation: changed }] }, second(groups).identity, new Map());
		expect((await open(rotation)).size).toBe(1);
		expect((await open({ ...rotation, commitment: new Uint8Array(32) })).size).toBe(0);
		expect((await open({ ...rotation, height: rotation.height + 1 })).size).toBe(0);
		for (const wrap of rotation.wraps.values()) {
			const wraps = new Map([[third(groups).identity.id, wrap]]);
			const epoch = { ...view.epoch, rotation: { ...rotation, wraps } };
			expect((await openSecrets({ ...view, epochs: [epoch] }, third(groups).identity, new Map())).size).toBe(0);
		}
	});

	it('T16 is the same everywhere after two devices rotated at once, and known to none removed', async () => {
		const groups = await groupOf(4);
		const [a, b, c, d] = [first(groups), second(groups), third(groups), fourth(groups)];
		await a.remove(c.identity.id);
		await b.remove(d.identity.id);
		expect(newest(a.prover)).not.toBe(newest(b.prover));
		await meet([a, b]);
		for (const removed of [c, d]) await removed.merge(a.entries());
		expect(a.view()).toEqual(b.view());
		expect(secretOf(a)).toEqual(secretOf(b));
		expect(secretOf(a)).toHaveLength(32);
		expect(a.view().isStale).toBe(false);
		for (const removed of [c, d]) expect(removed.secrets().has(a.view().epoch.id)).toBe(false);
		expect([...a.view().members.keys()].sort()).toEqual([a.identity.id, b.identity.id].sort());
	});

	it('T16 reaches a device that was added while another rotated', async () => {
		const groups = await groupOf(3);
		const [a, b, c] = [first(groups), second(groups), third(groups)];
		await a.remove(c.identity.id);
		const late = await join(b, await createPorts(), 'Late');
		await meet([a, b, late]);
		expect(secretOf(late)).toHaveLength(32);
		expect(secretOf(late)).toEqual(secretOf(a));
		expect(late.view()).toEqual(a.view());
	});

	it('T16 is made anew by a member that was given another secret than the rest', async () => {
		const groups = await groupOf(3);
		const [a, b, c] = [first(groups), second(groups), third(groups)];
		const { roster } = await mergeEntries(emptyRoster(a.id), a.entries());
		const [honest, other] = [
			await createRotation(roster, a.view(), systemRandom),
			await createRotation(roster, a.view(), systemRandom)
		];
		const wrap = other.wraps.get(b.identity.id);
		if (!wrap) throw new Error('no wrap');
		const wraps = new Map(honest.wraps).set(b.identity.id, wrap);
		const entry = await signNext(roster, a.identity, { ...honest, wraps }, 9_000);
		await a.merge([entry.bytes]);
		expect(a.view().epoch.id).toBe(entry.id);
		await b.merge([entry.bytes]);
		expect(b.view().epoch.id).not.toBe(entry.id);
		await meet([a, b, c]);
		expect(secretOf(b)).toHaveLength(32);
		expect([secretOf(a), secretOf(c)]).toEqual([secretOf(b), secretOf(b)]);
	});

	it('T9 leaves a third device alone with the group when two remove each other', async () => {
		const groups = await groupOf(3);
		const [a, b, c] = [first(groups), second(groups), third(groups)];
		await a.remove(b.identity.id);
		await b.remove(a.identity.id);
		await meet(groups);
		expect([...c.view().members.keys()]).toEqual([c.identity.id]);
		expect(c.secrets().has(c.view().epoch.id)).toBe(true);
		for (const gone of [a, b]) expect(gone.secrets().has(c.view().epoch.id)).toBe(false);
	});

	it('T17 gives the thief of an unlocked phone nothing new, though he may remove others', async () => {
		const groups = await groupOf(3);
		const [laptop, phone, tablet] = [first(groups), second(groups), third(groups)];
		const accomplice = await join(phone, await createPorts(), 'Mine');
		await laptop.remove(phone.identity.id);
		await phone.remove(tablet.identity.id);
		await laptop.merge([...phone.entries(), ...accomplice.entries()]);
		expect([...laptop.view().members.keys()]).toEqual([laptop.identity.id]);
		for (const thief of [phone, accomplice]) {
			await thief.merge(laptop.entries());
			expect(thief.secrets().has(laptop.view().epoch.id)).toBe(false);
			expect(laptop.prover.isMember(thief.identity.id)).toBe(false);
		}
	});
});

describe('a group', () => {
	it('T18 proves its members to each other, and nobody else', async () => {
		const groups = await groupOf(3);
		const [a, b, c] = [first(groups).prover, second(groups).prover, third(groups).prover];
		const bytes = new Uint8Array([1, 2, 3]);
		expect(await b.verify(a.deviceId, bytes, await a.sign(bytes))).toBe(true);
		expect(await b.verify(c.deviceId, bytes, await a.sign(bytes))).toBe(false);
		expect(await b.verify('nobody', bytes, await a.sign(bytes))).toBe(false);
		const key = a.macKey(newest(a));
		expect(key && b.macKey(newest(a))).toBeTruthy();
		await first(groups).remove(c.deviceId);
		expect([a.isMember(c.deviceId), a.wasRemoved(c.deviceId), a.wasRemoved('nobody')]).toEqual([false, true, false]);
		expect(await a.verify(c.deviceId, bytes, await c.sign(bytes))).toBe(false);
	});

	it('T18 uses the same number of an epoch for the same secret, also for two made at once', async () => {
		const groups = await groupOf(4);
		await first(groups).remove(third(groups).identity.id);
		await second(groups).remove(fourth(groups).identity.id);
		const numbers = [newest(first(groups).prover), newest(second(groups).prover)];
		expect(numbers.every(Number.isSafeInteger)).toBe(true);
		expect(new Set(numbers).size).toBe(2);
		await meet(groups.slice(0, 2));
		expect(newest(first(groups).prover)).toBe(newest(second(groups).prover));
		expect(newest(first(groups).prover)).toBeGreaterThan(Math.max(...numbers));
	});

	it('T3 is there again after a restart, and a device has one only', async () => {
		const ports = await createPorts();
		expect(await openGroup(ports)).toBeNull();
		const group = await foundGroup(ports, 'Phone');
		await join(group, await createPorts(), 'Laptop');
		const again = await openGroup(ports);
		expect(again?.view()).toEqual(group.view());
		expect(again?.secrets()).toEqual(group.secrets());
		await expect(foundGroup(ports, 'Other')).rejects.toMatchObject({ code: 'other-group' });
		const other = await foundGroup(await createPorts(), 'Elsewhere');
		const gift = await other.admit(ports.identity.publicKeys, 'Phone');
		await expect(joinGroup(ports, gift)).rejects.toMatchObject({ code: 'other-group' });
	});

	it('T3 is not joined with what was meant for another device', async () => {
		const host = await foundGroup(await createPorts(), 'Phone');
		const gift = await host.admit((await createPorts()).identity.publicKeys, 'Laptop');
		await expect(joinGroup(await createPorts(), gift)).rejects.toMatchObject({ code: 'not-a-member' });
	});

	it('T3 is not joined with a secret that its rotation did not promise', async () => {
		const groups = await groupOf(2);
		await first(groups).remove(second(groups).identity.id);
		const ports = await createPorts();
		const gift = await first(groups).admit(ports.identity.publicKeys, 'Laptop');
		const secrets = new Map([...gift.secrets].map(([id]) => [id, new Uint8Array(32)]));
		await expect(joinGroup(ports, { ...gift, secrets })).rejects.toMatchObject({ code: 'malformed' });
		expect(await ports.store.readGroup()).toBeNull();
	});

	it('T14 is handed again to a device that was added and got nothing, never to one that was removed', async () => {
		const host = await foundGroup(await createPorts(), 'Phone');
		const ports = await createPorts();
		await host.admit(ports.identity.publicKeys, 'Laptop');
		const laptop = await joinGroup(ports, await host.admit(ports.identity.publicKeys, 'Laptop'));
		expect(laptop.view().members.size).toBe(2);
		await host.remove(laptop.identity.id);
		await expect(host.admit(ports.identity.publicKeys, 'Laptop')).rejects.toMatchObject({ code: 'not-a-member' });
	});

	it('T19 tells who watches of every change, and that a removed device may say nothing', async () => {
		const groups = await groupOf(2);
		const [a, b] = [first(groups), second(groups)];
		let changes = 0;
		const stop = a.watch(() => changes++);
		await a.rename(b.identity.id, 'Grey laptop');
		expect(changes).toBe(1);
		await a.merge(a.entries());
		expect(changes).toBe(1);
		stop();
		await a.remove(b.identity.id);
		expect(changes).toBe(1);
		await b.merge(a.entries());
		await expect(b.rename(a.identity.id, 'Mine')).rejects.toMatchObject({ code: 'not-a-member' });
		await expect(b.admit(a.identity.publicKeys, 'x')).rejects.toMatchObject({ code: 'not-a-member' });
	});
});
