import type { World } from './world';

/** Read within the turn of events, so that virtual time waits for nothing. */
class BlobTwin {
	readonly #bytes: Uint8Array;

	constructor([bytes = new Uint8Array(0)]: readonly Uint8Array[]) {
		this.#bytes = new Uint8Array(bytes);
	}

	get size(): number {
		return this.#bytes.length;
	}

	async arrayBuffer(): Promise<ArrayBuffer> {
		return new Uint8Array(this.#bytes).buffer;
	}
}

/**
 * Runs a history with its own crypto and timers in place of the platform's, without what the rooms say of trouble, which
 * a history is full of; a rejection that nobody handles is a rule broken.
 */
export async function inSimulation<T>(world: World, crypto: Crypto, run: () => Promise<T>): Promise<T> {
	const own = { setTimeout, clearTimeout };
	const { Blob } = globalThis;
	const ownCrypto = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
	const { info } = console;
	const { stackTraceLimit } = Error;
	const timers = new Map<number, () => void>();
	let made = 0;
	const unhandled = (reason: unknown) =>
		world.watching.breaks('S9', reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));

	Object.assign(globalThis, {
		setTimeout: (task: () => void, ms = 0) => {
			const id = ++made;
			timers.set(id, world.time.after(ms, task));
			return id;
		},
		clearTimeout: (id: number) => {
			timers.get(id)?.();
			timers.delete(id);
		}
	});
	Object.assign(globalThis, { Blob: BlobTwin });
	Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true, writable: true });
	console.info = () => undefined;
	// A history throws and catches thousands of errors, and most of their price is where they came from.
	Error.stackTraceLimit = 0;
	process.on('unhandledRejection', unhandled);
	try {
		return await run();
	} finally {
		// Whatever else waits in this process has its turn between two histories.
		await new Promise(setImmediate);
		process.off('unhandledRejection', unhandled);
		console.info = info;
		Error.stackTraceLimit = stackTraceLimit;
		if (ownCrypto) Object.defineProperty(globalThis, 'crypto', ownCrypto);
		Object.assign(globalThis, own, { Blob });
	}
}
