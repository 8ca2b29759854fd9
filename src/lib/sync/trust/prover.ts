import type { Prover } from '../link/prover';
import { joined, utf8 } from './bytes';
import { macKeyOf, type Secrets } from './epochs';
import { isSignedBy, signWith, type Identity } from './identity';
import type { Roster } from './roster';
import type { RosterView } from './roster-reading';

export interface Standing {
	readonly roster: Roster;
	readonly view: RosterView;
	readonly macKeys: ReadonlyMap<number, CryptoKey>;
}

const purpose = utf8('kith link\0');

/** What it answers follows the group as it changes. */
export function createProver(identity: Identity, standing: () => Standing): Prover {
	return {
		deviceId: identity.id,
		get epochs() {
			const { view, macKeys } = standing();
			// A rotation that is void takes its number with it, so the greatest number need not be the newest epoch's.
			const older = [...macKeys.keys()].filter((number) => number !== view.epoch.number).sort((a, b) => b - a);
			return macKeys.has(view.epoch.number) ? [view.epoch.number, ...older] : older;
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
