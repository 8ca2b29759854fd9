import type { Prover } from './prover';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** Devices of one owner within one process, with real keys. */
export interface MemoryGroup {
	/** A new device that is a member and holds the secret of epoch 0. */
	add(deviceId: string): Promise<MemoryProver>;
	/** All others refuse it from now on. */
	remove(deviceId: string): void;
	/** A new epoch, which a device knows of once `learn` tells it. Two made apart have the same number. */
	rotate(number: number): Promise<Epoch>;
}

export interface Epoch {
	readonly number: number;
	readonly key: CryptoKey;
}

export interface MemoryProver extends Prover {
	learn(epoch: Epoch): void;
	forget(number: number): void;
}

export async function createMemoryGroup(): Promise<MemoryGroup> {
	const publicKeys = new Map<string, CryptoKey>();
	const removed = new Set<string>();
	const first = await createEpoch(0);
	return {
		async add(deviceId) {
			const { privateKey, publicKey } = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
			publicKeys.set(deviceId, publicKey);
			const held = new Map([[first.number, first.key]]);
			return {
				deviceId,
				get epochs() {
					return [...held.keys()].toSorted((a, b) => b - a);
				},
				learn: ({ number, key }) => void held.set(number, key),
				forget: (number) => void held.delete(number),
				sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(ecdsa, privateKey, bytes.slice())),
				async verify(of, bytes, signature) {
					const key = publicKeys.get(of);
					return key ? crypto.subtle.verify(ecdsa, key, signature.slice(), bytes.slice()) : false;
				},
				macKey: (epoch) => held.get(epoch) ?? null,
				isMember: (id) => publicKeys.has(id) && !removed.has(id),
				wasRemoved: (id) => removed.has(id)
			};
		},
		remove: (deviceId) => void removed.add(deviceId),
		rotate: createEpoch
	};
}

const createEpoch = async (number: number): Promise<Epoch> => ({
	number,
	key: await crypto.subtle.generateKey({ ...hmac, length: 256 }, false, ['sign', 'verify'])
});
