/**
 * What y-webrtc takes for a peer of simple-peer (`vite.config.ts` names this file in its place): a way to a device that
 * is open and proven already, so that nothing is negotiated or signalled.
 */

type Listener = (data?: Uint8Array) => void;

export interface LinkPeerOptions {
	/** Takes a message to the other device; must not throw. */
	readonly send: (bytes: Uint8Array) => void;
}

export class LinkPeer {
	readonly #send: (bytes: Uint8Array) => void;
	readonly #listeners = new Map<string, Listener[]>();
	#isDestroyed = false;

	constructor({ send }: LinkPeerOptions) {
		this.#send = send;
	}

	on(event: string, listener: Listener): void {
		const listeners = this.#listeners.get(event);
		if (listeners) listeners.push(listener);
		else this.#listeners.set(event, [listener]);
	}

	send(bytes: Uint8Array): void {
		if (!this.#isDestroyed) this.#send(bytes);
	}

	/** y-webrtc asks for what is missing here, each time it is told so. */
	connect(): void {
		this.#tell('connect');
	}

	/** What passed the gate. */
	deliver(bytes: Uint8Array): void {
		this.#tell('data', bytes);
	}

	destroy(): void {
		if (this.#isDestroyed) return;
		this.#isDestroyed = true;
		for (const listener of this.#listeners.get('close') ?? []) listener();
		this.#listeners.clear();
	}

	#tell(event: string, data?: Uint8Array): void {
		if (this.#isDestroyed) return;
		for (const listener of this.#listeners.get(event) ?? []) listener(data);
	}
}

export default LinkPeer;
