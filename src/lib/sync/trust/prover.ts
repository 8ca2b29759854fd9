import { joined, utf8 } from './bytes';
import { macKeyOf, type Secrets } from './epochs';
import { isSignedBy, signWith, type DeviceId, type Identity } from './identity';
import type { Roster } from './roster';
import type { RosterView } from './roster-reading';

/** How a link proves that both its ends belong to the group. What it answers follows the group as it changes. */
export interface Prover {
	readonly deviceId: DeviceId;
	/** The number of the current epoch: a safe integer of up to 53 bits. */
	readonly epoch: number;
	sign(bytes: Uint8Array): Promise<Uint8Array>;
	/** False for whoever is not a member now. */
	verify(deviceId: DeviceId, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
	/** Null for an epoch whose secret this device does not hold. */
	macKey(epoch: number): CryptoKey | null;
	isMember(deviceId: DeviceId): boolean;
	wasRemoved(deviceId: DeviceId): boolean;
}

export interface Standing {
	readonly roster: Roster;
	readonly view: RosterView;
	readonly macKeys: ReadonlyMap<number, CryptoKey>;
}

const purpose = utf8('kith link\0');

export function createProver(identity: Identity, standing: () => Standing): Prover {
	return {
		deviceId: identity.id,
		get epoch() {
			return standing().view.epoch.number;
		},
		sign: (bytes) => signWith(identity, joined(purpose, bytes)),
		async verify(deviceId, bytes, signature) {
			const { roster, view } = standing();
			const key = view.members.has(deviceId) ? roster.signKeys.get(deviceId) : undefined;
			return key ? isSignedBy(key, joined(purpose, bytes), signature) : false;
		},
		macKey: (epoch) => standing().macKeys.get(epoch) ?? null,
		isMember: (deviceId) => standing().view.members.has(deviceId),
		wasRemoved: (deviceId) => standing().view.removed.has(deviceId)
	};
}

/** For each epoch that counts and whose secret is held. */
export async function macKeysOf(view: RosterView, secrets: Secrets): Promise<ReadonlyMap<number, CryptoKey>> {
	const keys = new Map<number, CryptoKey>();
	for (const { id, number } of view.epochs) {
		const secret = secrets.get(id);
		if (secret) keys.set(number, await macKeyOf(secret));
	}
	return keys;
}
