import { isSame, joined, sha256, toHex, utf8, type Bytes, type RandomBytes } from './bytes';
import { deriveMacKey } from './derived-keys';
import type { EntryId } from './entry';
import type { DeviceId, Identity } from './identity';
import { Writer } from './layout';
import { newestOf, type Roster } from './roster';
import type { RosterView } from './roster-reading';
import type { Rotate } from './statement';
import { createWrapper, unwrap } from './wrapping';

/** The secrets a device holds, 32 bytes each, by the entry that began their epoch. */
export type Secrets = ReadonlyMap<EntryId, Bytes>;

export const secretLength = 32;

/** What a wrapped secret is bound to. */
const contextOf = (group: EntryId, height: number, device: DeviceId): Bytes =>
	new Writer().put(utf8('kith epoch\0')).text(group).number(4, height).text(device).done();

const commitmentTo = (secret: Bytes): Promise<Bytes> => sha256(joined(utf8('kith commitment\0'), secret));

/** A new secret for all who are in the group now, to be signed on top of the roster it was made for. */
export async function createRotation(roster: Roster, view: RosterView, random: RandomBytes): Promise<Rotate> {
	const secret = random(secretLength);
	const { ephemeral, wrap } = await createWrapper();
	const height = heightOf(roster) + 1;
	const wraps = new Map<DeviceId, Bytes>();
	for (const { id, keys } of view.members.values()) {
		const wrapped = await wrap(secret, keys.agree, contextOf(view.group, height, id));
		if (wrapped) wraps.set(id, wrapped);
	}
	return { kind: 'rotate', height, commitment: await commitmentTo(secret), ephemeral, wraps };
}

const heightOf = (roster: Roster): number =>
	newestOf(roster).reduce((most, id) => Math.max(most, roster.nodes.get(id)?.height ?? 0), 0);

/** The secrets held, and those of all epochs that were wrapped for this device. */
export async function openSecrets(view: RosterView, identity: Identity, held: Secrets): Promise<Secrets> {
	const secrets = new Map(held);
	for (const { id, rotation } of view.epochs) {
		const wrapped = rotation?.wraps.get(identity.id);
		if (!rotation || !wrapped || secrets.has(id)) continue;
		const context = contextOf(view.group, rotation.height, identity.id);
		const secret = await unwrap(wrapped, identity.agree.privateKey, rotation.ephemeral, context);
		if (secret && isSame(await commitmentTo(secret), rotation.commitment)) secrets.set(id, secret);
	}
	return secrets;
}

/** Whether a secret that another device handed over is the one its rotation promised. True for the first epoch's. */
export async function isPromised(view: RosterView, id: EntryId, secret: Bytes): Promise<boolean> {
	const epoch = view.epochs.find((each) => each.id === id);
	if (!epoch || secret.length !== secretLength) return false;
	return !epoch.rotation || isSame(await commitmentTo(secret), epoch.rotation.commitment);
}

/** Days since 1970 by universal time, for all devices the same. */
export const dayOf = (now: number): number => Math.floor(now / 86_400_000);

/** Where devices with this secret meet on a day: 64 hexadecimal digits that tell nobody else who they are. */
export async function topicOf(secret: Bytes, day: number): Promise<string> {
	const key = await deriveMacKey(secret, 'kith topic');
	const bytes = await crypto.subtle.sign('HMAC', key, new Writer().number(6, day).done());
	return toHex(new Uint8Array(bytes));
}

/** What devices of an epoch prove to each other that they hold its secret with. */
export const macKeyOf = (secret: Bytes): Promise<CryptoKey> => deriveMacKey(secret, 'kith link');
