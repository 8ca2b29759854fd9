import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { joined, type Bytes } from './bytes';
import { signEntry } from './entry';
import { createKeyPairs, identityOf, type Identity } from './identity';
import { bytesOf, emptyRoster, signFounding, signNext, type Roster } from './roster';
import { idsOf, mergeEntries, mostAtOnce, mostEntries } from './roster-merging';
import { readRoster } from './roster-reading';
import type { Statement } from './statement';

let devices: readonly Identity[];
beforeAll(async () => {
	devices = await Promise.all(Array.from({ length: 6 }, async () => identityOf(await createKeyPairs())));
});
const device = (at: number): Identity => {
	const found = devices[at];
	if (!found) throw new Error(`no device ${at}`);
	return found;
};

const merge = async (one: Roster, other: Roster) => (await mergeEntries(one, bytesOf(other))).roster;
const add = ({ id, publicKeys }: Identity, name = ''): Statement => ({
	kind: 'add',
	device: id,
	keys: publicKeys,
	name
});
const remove = ({ id }: Identity): Statement => ({ kind: 'remove', device: id });
const rename = ({ id }: Identity, name: string): Statement => ({ kind: 'rename', device: id, name });
async function founded(by = device(0)): Promise<Roster> {
	const entry = await signFounding(by, 'Phone', 1_000);
	return (await mergeEntries(emptyRoster(entry.id), [entry.bytes])).roster;
}
async function say(roster: Roster, author: Identity, statement: Statement, at = 2_000): Promise<Roster> {
	const entry = await signNext(roster, author, statement, at);
	return (await mergeEntries(roster, [entry.bytes])).roster;
}
const membersOf = (roster: Roster) => [...readRoster(roster).members.keys()].sort();
const idsFrom = (...some: readonly number[]) => some.map((at) => device(at).id).sort();
async function three(): Promise<Roster> {
	return say(await say(await founded(), device(0), add(device(1))), device(0), add(device(2)));
}

describe('a roster', () => {
	it('T5 begins with its founder and grows by who is added', async () => {
		const roster = await say(await founded(), device(0), add(device(1), 'Laptop'), 5_000);
		const { members, epoch } = readRoster(roster);
		expect(members.get(device(0).id)).toMatchObject({ name: 'Phone', since: 1_000 });
		expect(members.get(device(1).id)).toMatchObject({ name: 'Laptop', since: 5_000 });
		expect(epoch).toMatchObject({ id: roster.group, number: 0 });
	});

	it('T6 takes the later name, and of two given at once the same on every device', async () => {
		const start = await three();
		const later = await say(await say(start, device(1), rename(device(1), 'Old')), device(0), rename(device(1), 'New'));
		expect(readRoster(later).members.get(device(1).id)?.name).toBe('New');
		const one = await say(start, device(0), rename(device(2), 'A'));
		const other = await say(start, device(1), rename(device(2), 'B'));
		const [there, back] = [await merge(one, other), await merge(other, one)];
		expect(readRoster(there)).toEqual(readRoster(back));
	});

	it('T7 never takes back a device that was removed', async () => {
		const gone = await say(await three(), device(0), remove(device(2)));
		expect(membersOf(gone)).toEqual(idsFrom(0, 1));
		expect(readRoster(gone).removed.get(device(2).id)).toMatchObject({ removedBy: device(0).id, removedAt: 2_000 });
		const entry = await signNext(gone, device(1), add(device(2)), 3_000);
		expect((await mergeEntries(gone, [entry.bytes])).refused).toEqual(['senseless']);
		const unaware = await say(await three(), device(1), rename(device(2), 'Still here'));
		expect(membersOf(await merge(unaware, gone))).not.toContain(device(2).id);
	});

	it('T8 voids what a removed device said and its remover did not know', async () => {
		const start = await three();
		const thief = await say(start, device(2), add(device(3)));
		const removed = await say(start, device(0), remove(device(2)));
		const merged = await merge(removed, thief);
		expect(membersOf(merged)).toEqual(idsFrom(0, 1));
		expect(readRoster(await merge(thief, removed))).toEqual(readRoster(merged));
		const stranger = await say(await say(thief, device(3), rename(device(0), 'Mine')), device(3), add(device(4)));
		expect(membersOf(await merge(removed, stranger))).toEqual(idsFrom(0, 1));
		expect(readRoster(await merge(removed, stranger)).members.get(device(0).id)?.name).toBe('Phone');
	});

	it('T8 keeps what a removed device had said before, when its remover knew', async () => {
		const start = await say(await three(), device(2), add(device(3)));
		expect(membersOf(await say(start, device(0), remove(device(2))))).toEqual(idsFrom(0, 1, 3));
	});

	it('T8 voids it when one of two removers did not know', async () => {
		const start = await three();
		const thief = await say(start, device(2), add(device(3)));
		const [unknowing, knowing] = [
			await say(start, device(0), remove(device(2))),
			await say(thief, device(1), remove(device(2)))
		];
		expect(membersOf(await merge(knowing, unknowing))).toEqual(idsFrom(0, 1));
	});

	it('T9 removes both of two devices that remove each other', async () => {
		const start = await three();
		const [one, other] = [
			await say(start, device(0), remove(device(1))),
			await say(start, device(1), remove(device(0)))
		];
		expect(membersOf(await merge(one, other))).toEqual(idsFrom(2));
		expect(readRoster(await merge(one, other))).toEqual(readRoster(await merge(other, one)));
	});

	it('T10 keeps and passes on what a newer version says', async () => {
		const start = await three();
		const news = await say(start, device(1), { kind: 'unknown', code: 77, payload: new Uint8Array([1, 2, 3]) });
		expect(idsOf(news)).toHaveLength(4);
		expect(membersOf(news)).toEqual(membersOf(start));
		const later = await say(news, device(0), rename(device(1), 'After'));
		expect(idsOf((await mergeEntries(emptyRoster(start.group), [...bytesOf(later)].reverse())).roster)).toEqual(
			idsOf(later)
		);
	});
});

describe('what may not enter a roster', () => {
	it('T11 is refused entry by entry, and the rest is taken', async () => {
		const start = await three();
		const good = await signNext(start, device(1), rename(device(1), 'Good'), 9);
		const forged: Bytes = good.bytes.slice();
		forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
		const changed: Bytes = (await signNext(start, device(1), rename(device(1), 'Evil'), 9)).bytes.slice();
		changed[40] = (changed[40] ?? 0) ^ 1;
		const other = await founded(device(3));
		const stranger = await signNext(start, device(4), add(device(5)), 9);
		const gap = await signEntry(device(1), {
			group: start.group,
			at: 9,
			seen: [good.id.slice(0, -1) + (good.id.endsWith('A') ? 'E' : 'A')],
			statement: rename(device(1), 'Gap')
		});
		const unknowing = await signNext(start, device(1), rename(device(5), 'Nobody'), 9);
		const { roster, refused } = await mergeEntries(start, [
			new Uint8Array(5),
			forged,
			changed,
			...bytesOf(other),
			stranger.bytes,
			gap.bytes,
			unknowing.bytes,
			new Uint8Array(100_000),
			joined(good.bytes, new Uint8Array(1)),
			good.bytes
		]);
		expect([...refused].sort()).toEqual(
			['malformed', 'forged', 'stranger', 'foreign', 'stranger', 'gap', 'senseless', 'malformed', 'malformed'].sort()
		);
		expect(readRoster(roster).members.get(device(1).id)?.name).toBe('Good');
	});

	it('T11 is an entry of a device that knew it was removed', async () => {
		const gone = await say(await three(), device(0), remove(device(2)));
		const entry = await signNext(gone, device(2), rename(device(2), 'Back'), 9);
		expect((await mergeEntries(gone, [entry.bytes])).refused).toEqual(['stranger']);
	});

	it('T11 is a ring of devices that add each other', async () => {
		const start = await founded();
		const later = await say(start, device(0), add(device(1)));
		const ring = await signNext(later, device(1), add(device(0)), 9);
		expect((await mergeEntries(later, [ring.bytes])).refused).toEqual(['senseless']);
		const two = await signNext(start, device(3), add(device(4)), 9);
		const four = await signNext(start, device(4), add(device(3)), 9);
		expect((await mergeEntries(start, [two.bytes, four.bytes])).refused).toEqual(['stranger', 'stranger']);
	});

	it('T12 is a name above 64 characters; marks and controls in a shorter one are dropped', async () => {
		const start = await founded();
		const long = await signNextName(start, 'x'.repeat(65));
		expect(long).toEqual(['malformed']);
		const roster = await say(start, device(0), rename(device(0), 'Ana\u202e\u0007’s \u2066phone\n'));
		expect(readRoster(roster).members.get(device(0).id)?.name).toBe('Ana’s phone');
	});
	const signNextName = async (start: Roster, name: string) => {
		const good = await signNext(start, device(0), rename(device(0), 'y'.repeat(64)), 9);
		const text = new TextEncoder().encode(name);
		const [length, body] = [good.signed.length - 64 - 2 - 32 - 2, good.signed];
		const longer = joined(
			body.subarray(0, length),
			new Uint8Array([0, 34 + text.length]),
			body.subarray(length + 2, length + 34),
			new Uint8Array([0, text.length]),
			text,
			good.signature
		);
		return (await mergeEntries(start, [longer])).refused;
	};

	it('T13 is a flood, but a removal still finds room', async () => {
		let roster = await say(await founded(), device(0), add(device(1)));
		const fork = roster;
		const flood: Bytes[] = [];
		for (let at = 0; at < mostEntries; at++)
			flood.push((await signNext(fork, device(1), rename(device(1), `${at}`), at)).bytes);
		const merged = await mergeEntries(roster, flood);
		expect(merged.refused).toEqual(['flood', 'flood']);
		roster = await say(merged.roster, device(0), remove(device(1)));
		expect(membersOf(roster)).toEqual(idsFrom(0));
		const many = Array.from({ length: mostAtOnce + 7 }, () => new Uint8Array(1));
		expect((await mergeEntries(fork, many)).refused).toHaveLength(mostAtOnce + 7);
	});
});

describe('merging', () => {
	/** Each step: a device says something about another, or takes over what another holds. */
	const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom('add', 'rename', 'remove', 'take')), {
		minLength: 4,
		maxLength: 14
	});

	async function history(count: number, plan: readonly (readonly [number, number, string])[]): Promise<Roster[]> {
		const first = await founded();
		const copies = Array.from({ length: count }, () => first);
		for (const [who, whom, what] of plan) {
			const [at, other] = [who % count, whom % count];
			const mine = copies[at] ?? first;
			const target = device(other);
			if (what === 'take') copies[at] = await merge(mine, copies[other] ?? first);
			else if (what === 'add') copies[at] = await say(mine, device(at), add(target));
			else if (what === 'remove') copies[at] = await say(mine, device(at), remove(target));
			else copies[at] = await say(mine, device(at), rename(target, `${at}`));
		}
		return copies;
	}

	it('T4 is the same in any order, in any groups and any number of times, for 2 to 5 devices', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 2, max: 5 }), steps, async (count, plan) => {
				const copies = await history(count, plan);
				const [a, b, c] = [copies[0], copies[1], copies.at(-1)];
				if (!a || !b || !c) throw new Error('too few');
				expect(idsOf(await merge(a, b))).toEqual(idsOf(await merge(b, a)));
				expect(idsOf(await merge(await merge(a, b), c))).toEqual(idsOf(await merge(a, await merge(b, c))));
				expect(idsOf(await merge(a, a))).toEqual(idsOf(a));
				const [whole, reversed] = [await merge(await merge(a, b), c), await merge(await merge(c, b), a)];
				expect(readRoster(reversed)).toEqual(readRoster(whole));
				const shuffled = await mergeEntries(emptyRoster(a.group), [...bytesOf(whole)].reverse());
				expect(shuffled.refused).toEqual([]);
				expect(readRoster(shuffled.roster)).toEqual(readRoster(whole));
				for (const copy of copies) {
					for (const id of readRoster(copy).removed.keys())
						expect(membersOf(await merge(whole, copy))).not.toContain(id);
				}
			}),
			{ numRuns: 40, seed: 3 }
		);
	});
});
