import type { Fingerprints } from '../link/handshake';
import type { Description } from '../pairing/offer';
import { PortChannel } from './port-channel';
import type { ChannelName, OpenConnection, ToPage, ToWorker } from './rtc-messages';
import { RtcFailed, type Rtc, type RtcConnection, type RtcOptions, type RtcState } from './rtc';

/** Connections of the page at the other end of the port, for a worker, which cannot have any itself. */
export const workerRtc = (page: MessagePort): Rtc => ({
	async open(options) {
		const { port1, port2 } = new MessageChannel();
		const message: OpenConnection = { kind: 'open', options: plain(options) };
		page.postMessage(message, [port2]);
		return new WorkerConnection(port1);
	}
});

/** What a port carries is copied: nothing but what it needs. */
const plain = ({ iceServers, isRelayOnly }: RtcOptions): RtcOptions => ({
	iceServers: iceServers.map(({ urls, username, credential }) => ({
		urls,
		...(username !== undefined && { username }),
		...(credential !== undefined && { credential })
	})),
	isRelayOnly
});

interface Asked {
	readonly resolve: (description: Description | null) => void;
	readonly reject: (error: Error) => void;
}

class WorkerConnection implements RtcConnection {
	readonly channel: PortChannel;
	readonly pairingChannel: PortChannel;
	readonly #port: MessagePort;
	readonly #watchers = new Set<(state: RtcState) => void>();
	#asked: Asked[] = [];
	#state: RtcState = 'connecting';
	#fingerprints: Fingerprints | null = null;

	constructor(port: MessagePort) {
		this.#port = port;
		this.channel = this.#channelOf('link');
		this.pairingChannel = this.#channelOf('pairing');
		port.onmessage = ({ data }: MessageEvent<ToWorker>) => this.#take(data);
		// The page is gone. Not every browser says so; where none does, the link's heartbeat notices.
		port.addEventListener('close', () => this.#end());
	}

	async offer(): Promise<Description> {
		return described(await this.#ask({ kind: 'offer' }));
	}

	async answer(offer: Description): Promise<Description> {
		return described(await this.#ask({ kind: 'answer', offer }));
	}

	async accept(answer: Description): Promise<void> {
		await this.#ask({ kind: 'accept', answer });
	}

	fingerprints(): Fingerprints | null {
		return this.#fingerprints;
	}

	watchState(listener: (state: RtcState) => void): () => void {
		this.#watchers.add(listener);
		listener(this.#state);
		return () => void this.#watchers.delete(listener);
	}

	close(channel: ChannelName = 'link'): void {
		if (this.#state === 'closed') return;
		this.#post({ kind: 'close', channel });
		this.#end();
	}

	#channelOf(channel: ChannelName): PortChannel {
		return new PortChannel(
			(bytes) => this.#port.postMessage({ kind: 'send', channel, bytes } satisfies ToPage, [bytes]),
			() => this.close(channel)
		);
	}

	#post(message: ToPage): void {
		this.#port.postMessage(message);
	}

	#ask(message: ToPage): Promise<Description | null> {
		if (this.#state === 'closed') return Promise.reject(new RtcFailed('closed'));
		this.#post(message);
		return new Promise((resolve, reject) => this.#asked.push({ resolve, reject }));
	}

	#take(message: ToWorker): void {
		if (this.#state === 'closed') return;
		switch (message.kind) {
			case 'done':
				this.#fingerprints = message.fingerprints;
				return this.#asked.shift()?.resolve(message.description);
			case 'failed':
				return this.#asked.shift()?.reject(new RtcFailed(message.why));
			case 'connected':
				this.channel.opened();
				this.pairingChannel.opened();
				return this.#move('connected');
			case 'message':
				return this.#named(message.channel).arrive(message.bytes);
			case 'left':
				return this.#named(message.channel).hasLeft(message.bytes);
			case 'closed':
				return this.#end();
		}
	}

	#named(channel: ChannelName): PortChannel {
		return channel === 'link' ? this.channel : this.pairingChannel;
	}

	#end(): void {
		if (this.#state === 'closed') return;
		this.#move('closed');
		for (const { reject } of this.#asked.splice(0)) reject(new RtcFailed('closed'));
		this.channel.end();
		this.pairingChannel.end();
		this.#watchers.clear();
		this.#port.close();
	}

	#move(state: RtcState): void {
		this.#state = state;
		for (const watcher of [...this.#watchers]) watcher(state);
	}
}

function described(description: Description | null): Description {
	if (!description) throw new RtcFailed('no description');
	return description;
}
