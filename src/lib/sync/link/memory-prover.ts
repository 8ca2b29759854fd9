import type { Prover } from './prover';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** Devices of one owner within one process, with real keys. */
export interface MemoryGroup {
	/** A new device that is a member. */
	add(deviceId: string): Promise<MemoryProver>;
	/** Others refuse it from now on; those who stay must `rotate` to have a secret it does not know. */
	remove(deviceId: string): void;
	/** A new epoch; a device knows of it when its own `epoch` is set. */
	rotate(): Promise<number>;
}

/** Set `epoch` to have a device learn of a rotation, `oldestEpoch` to have it meet those who have not. */
export interface MemoryProver extends Prover {
	epoch: number;
	/** The oldest epoch whose secret still is good for a link. */
	oldestEpoch: number;
}

export async function createMemoryGroup(): Promise<MemoryGroup> {
	const publicKeys = new Map<string, CryptoKey>();
	const removed = new Set<string>();
	const secrets = [await createSecret()];
	return {
		async add(deviceId) {
			const { privateKey, publicKey } = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
			publicKeys.set(deviceId, publicKey);
			const newest = secrets.length - 1;
			return {
				deviceId,
				epoch: newest,
				oldestEpoch: newest,
				sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(ecdsa, privateKey, bytes.slice())),
				async verify(of, bytes, signature) {
					const key = publicKeys.get(of);
					return key ? crypto.subtle.verify(ecdsa, key, signature.slice(), bytes.slice()) : false;
				},
				macKey(epoch) {
					return epoch >= this.oldestEpoch && epoch <= this.epoch ? (secrets[epoch] ?? null) : null;
				},
				isMember: (id) => publicKeys.has(id) && !removed.has(id),
				wasRemoved: (id) => removed.has(id)
			};
		},
		remove: (deviceId) => void removed.add(deviceId),
		rotate: async () => secrets.push(await createSecret()) - 1
	};
}

const createSecret = () => crypto.subtle.generateKey({ ...hmac, length: 256 }, false, ['sign', 'verify']);
