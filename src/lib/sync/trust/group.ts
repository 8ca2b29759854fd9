import type { Prover } from '../link/prover';
/** The group as one of its devices holds it: the roster, what it reads as, and the secrets, all kept before it is told. */
import type { Bytes, RandomBytes } from './bytes';
import { cleanName } from './device-name';
import type { EntryId } from './entry';
import { createRotation, isPromised, openSecrets, secretLength, type Secrets } from './epochs';
import type { DeviceId, Identity, PublicKeys } from './identity';
import { deviceIdOf } from './identity';
import { keepInGroup, type KeyStore } from './key-store';
import { createProver, macKeysOf, type Standing } from './prover';
import { bytesOf, emptyRoster, signFounding, signNext, type Roster } from './roster';
import { mergeEntries, type Refusal } from './roster-merging';
import { readRoster, type RosterView } from './roster-reading';
import type { Statement } from './statement';
import { TrustError } from './trust-error';

export interface GroupPorts {
	readonly identity: Identity;
	readonly store: KeyStore;
	readonly random: RandomBytes;
	readonly now: () => number;
}

/** What a new device is handed: the whole roster, and the secrets. */
export interface Gift {
	readonly group: EntryId;
	readonly entries: readonly Bytes[];
	readonly secrets: Secrets;
}

export interface Group {
	readonly id: EntryId;
	readonly identity: Identity;
	readonly prover: Prover;
	view(): RosterView;
	secrets(): Secrets;
	/** All entries, as another device may merge them. */
	entries(): readonly Bytes[];
	/**
	 * Adds a device, unless it is in already, and gives what it is handed. Also when that never reaches it, it stays in
	 * the list: it may hold the secret. @throws TrustError `full`; `not-a-member` also for a device that was removed
	 */
	admit(keys: PublicKeys, name: string): Promise<Gift>;
	/** Takes another device's entries; rotates when a removal among them is not covered yet. */
	merge(entries: readonly Uint8Array[]): Promise<readonly Refusal[]>;
	/** @throws TrustError `not-a-member` */
	rename(device: DeviceId, name: string): Promise<void>;
	/** For ever, and with a new secret for the others. @throws TrustError `not-a-member` */
	remove(device: DeviceId): Promise<void>;
	/** Hears of every change, once it is kept. The answer ends it. */
	watch(listener: () => void): () => void;
}

/** Begins a group with this device alone. @throws TrustError `other-group` */
export async function foundGroup(ports: GroupPorts, name: string): Promise<Group> {
	const { identity, store, random, now } = ports;
	const entry = await signFounding(identity, cleanName(name), now());
	const secrets = new Map([[entry.id, random(secretLength)]]);
	await keepInGroup(store, { id: entry.id, entries: new Map([[entry.id, entry.bytes]]), secrets });
	return startGroup(ports, entry.id, [entry.bytes], secrets);
}

/** Null when this device has none. */
export async function openGroup(ports: GroupPorts): Promise<Group | null> {
	const kept = await ports.store.readGroup();
	return kept && startGroup(ports, kept.id, [...kept.entries.values()], kept.secrets);
}

/**
 * Takes what was handed over in pairing. @throws TrustError `other-group`; `not-a-member` when it is not for this
 * device; `malformed` when a secret is not the one its rotation promised
 */
export async function joinGroup(ports: GroupPorts, gift: Gift): Promise<Group> {
	const { roster } = await mergeEntries(emptyRoster(gift.group), gift.entries);
	const view = readRoster(roster);
	if (!view.members.has(ports.identity.id) || !gift.secrets.has(view.epoch.id)) throw new TrustError('not-a-member');
	for (const [id, secret] of gift.secrets) {
		if (!(await isPromised(view, id, secret))) throw new TrustError('malformed');
	}
	await keepInGroup(ports.store, { id: gift.group, entries: entriesById(roster), secrets: gift.secrets });
	return startGroup(ports, gift.group, gift.entries, gift.secrets);
}

const entriesById = ({ nodes }: Roster): ReadonlyMap<EntryId, Bytes> =>
	new Map([...nodes].map(([id, { entry }]) => [id, entry.bytes]));

async function startGroup(
	{ identity, store, random, now }: GroupPorts,
	id: EntryId,
	kept: readonly Bytes[],
	keptSecrets: Secrets
): Promise<Group> {
	const listeners = new Set<() => void>();
	const first = (await mergeEntries(emptyRoster(id), kept)).roster;
	let secrets = await openSecrets(readRoster(first), identity, keptSecrets);
	let standing = await standingOf(first);
	let turn: Promise<unknown> = Promise.resolve();

	async function standingOf(roster: Roster): Promise<Standing> {
		const view = readRoster(roster);
		return { roster, view, macKeys: await macKeysOf(view, secrets) };
	}

	/** One after the other, so that none works on a roster of before. */
	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = turn.then(work);
		turn = done.catch(() => undefined);
		return done;
	}

	async function take(entries: readonly Uint8Array[]): Promise<readonly Refusal[]> {
		const { roster, refused } = await mergeEntries(standing.roster, entries);
		const opened = await openSecrets(readRoster(roster), identity, secrets);
		if (roster === standing.roster && opened.size === secrets.size) return refused;
		await keepInGroup(store, { id, entries: entriesById(roster), secrets: opened });
		secrets = opened;
		standing = await standingOf(roster);
		for (const listener of [...listeners]) listener();
		return refused;
	}

	/** @throws TrustError `full` when there is no room for it */
	async function say(statement: Statement): Promise<void> {
		const entry = await signNext(standing.roster, identity, statement, now());
		if ((await take([entry.bytes])).length > 0) throw new TrustError('full');
	}

	async function rotateIfDue(): Promise<void> {
		const { roster, view } = standing;
		const isDue = view.isStale || !secrets.has(view.epoch.id);
		if (!isDue || !view.members.has(identity.id)) return;
		await say(await createRotation(roster, view, random)).catch((cause: unknown) => {
			if (!(cause instanceof TrustError && cause.code === 'full')) throw cause;
		});
	}

	function assertMember(...devices: readonly DeviceId[]): void {
		if (![identity.id, ...devices].every((device) => standing.view.members.has(device))) {
			throw new TrustError('not-a-member');
		}
	}

	return {
		id,
		identity,
		prover: createProver(identity, () => standing),
		view: () => standing.view,
		secrets: () => secrets,
		entries: () => bytesOf(standing.roster),
		admit: (keys, name) =>
			inTurn(async () => {
				const device = await deviceIdOf(keys);
				assertMember();
				if (standing.view.removed.has(device)) throw new TrustError('not-a-member');
				if (!standing.view.members.has(device)) await say({ kind: 'add', device, keys, name: cleanName(name) });
				const counting = standing.view.epochs.map((epoch) => epoch.id);
				const handed = new Map([...secrets].filter(([epoch]) => counting.includes(epoch)));
				return { group: id, entries: bytesOf(standing.roster), secrets: handed };
			}),
		merge: (entries) =>
			inTurn(async () => {
				const refused = await take(entries);
				await rotateIfDue();
				return refused;
			}),
		rename: (device, name) =>
			inTurn(async () => {
				assertMember(device);
				await say({ kind: 'rename', device, name: cleanName(name) });
			}),
		remove: (device) =>
			inTurn(async () => {
				assertMember(device);
				await say({ kind: 'remove', device });
				await rotateIfDue();
			}),
		watch(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	};
}
