import { mostSentBytes } from '../channel';
import type { Fingerprints } from '../link/handshake';
import type { Description } from '../pairing/offer';
import { fingerprintOf } from './fingerprint';
import { gatheringMs, type RtcOptions } from './rtc';
import { channelNames, type ChannelName, type OpenConnection, type ToPage, type ToWorker } from './rtc-messages';
import { PageChannel } from './page-channel';

type Peers = new (configuration: RTCConfiguration) => RTCPeerConnection;

/**
 * Makes the connections that the worker at the other end of the port asks for, each with a port of its own. The answer
 * ends all of them.
 */
export function servePageRtc(port: MessagePort, Peer: Peers = RTCPeerConnection): () => void {
	const connections = new Set<PageConnection>();
	port.onmessage = ({ data, ports: [own] }: MessageEvent<OpenConnection>) => {
		if (data.kind !== 'open' || !own) return;
		try {
			const connection = new PageConnection(own, new Peer(configurationOf(data.options)), () => {
				connections.delete(connection);
			});
			connections.add(connection);
		} catch {
			// A server's address that is none.
			own.postMessage({ kind: 'closed' } satisfies ToWorker);
			own.close();
		}
	};
	return () => {
		for (const connection of [...connections]) connection.end();
		port.close();
	};
}

const configurationOf = ({ iceServers, isRelayOnly }: RtcOptions): RTCConfiguration => ({
	iceServers: iceServers.map((server) => ({ ...server })),
	iceTransportPolicy: isRelayOnly ? 'relay' : 'all'
});

/** Milliseconds that what was sent last has to leave. */
const partingMs = 2_000;

class PageConnection {
	readonly #port: MessagePort;
	readonly #peer: RTCPeerConnection;
	readonly #ended: () => void;
	readonly #channels: readonly PageChannel[];
	#isConnected = false;
	#isOver = false;

	constructor(port: MessagePort, peer: RTCPeerConnection, ended: () => void) {
		this.#port = port;
		this.#peer = peer;
		this.#ended = ended;
		this.#channels = channelNames.map((name, id) => {
			return new PageChannel(peer.createDataChannel(name, { negotiated: true, id }), {
				opened: () => this.#connect(),
				arrived: (bytes) => this.#post({ kind: 'message', channel: name, bytes }, [bytes]),
				left: (bytes) => this.#post({ kind: 'left', channel: name, bytes }),
				closed: () => this.end()
			});
		});
		peer.addEventListener('connectionstatechange', () => {
			// Who shows a code to be scanned finds no path before it was scanned: that is for the worker to judge.
			if (this.#isConnected && peer.connectionState === 'failed') this.end();
			if (peer.connectionState === 'closed') this.end();
		});
		port.onmessage = ({ data }: MessageEvent<ToPage>) => this.#take(data);
		port.addEventListener('close', () => this.end());
	}

	/** What was sent before may still leave. */
	end(first: ChannelName = 'link'): void {
		if (this.#isOver) return;
		this.#isOver = true;
		this.#post({ kind: 'closed' });
		this.#port.close();
		this.#ended();
		if (this.#isConnected) void this.#part(channelNames.indexOf(first));
		else this.#peer.close();
	}

	/** One channel alone tells the other side, which ends all at the first that closes. */
	async #part(first: number): Promise<void> {
		const close = () => this.#peer.close();
		const limit = setTimeout(close, partingMs);
		await this.#channels[first]?.close();
		clearTimeout(limit);
		close();
	}

	#connect(): void {
		if (this.#isConnected || !this.#channels.every((channel) => channel.isOpen)) return;
		this.#isConnected = true;
		this.#post({ kind: 'connected' });
	}

	#take(message: ToPage): void {
		if (this.#isOver) return;
		switch (message.kind) {
			case 'send':
				if (message.bytes.byteLength <= mostSentBytes) {
					this.#channels[channelNames.indexOf(message.channel)]?.send(message.bytes);
				}
				return;
			case 'close':
				return this.end(message.channel);
			default:
				void this.#describe(message).then(
					(description) => this.#post({ kind: 'done', description, fingerprints: this.#fingerprints() }),
					(error: unknown) => this.#post({ kind: 'failed', why: String(error) })
				);
		}
	}

	async #describe(message: Extract<ToPage, { kind: 'offer' | 'answer' | 'accept' }>): Promise<Description | null> {
		if (message.kind === 'accept') {
			await this.#peer.setRemoteDescription(message.answer);
			return null;
		}
		if (message.kind === 'answer') await this.#peer.setRemoteDescription(message.offer);
		await this.#peer.setLocalDescription();
		await gathered(this.#peer);
		const { type, sdp } = this.#peer.localDescription ?? {};
		if (!sdp || (type !== 'offer' && type !== 'answer')) throw new Error('no description');
		return { type, sdp };
	}

	#fingerprints(): Fingerprints | null {
		const own = fingerprintOf(this.#peer.localDescription?.sdp ?? '');
		const peer = fingerprintOf(this.#peer.remoteDescription?.sdp ?? '');
		return own && peer && { own, peer };
	}

	#post(message: ToWorker, transfer: Transferable[] = []): void {
		this.#port.postMessage(message, transfer);
	}
}

function gathered(peer: RTCPeerConnection): Promise<void> {
	return new Promise((resolve) => {
		const limit = setTimeout(done, gatheringMs);
		function done() {
			clearTimeout(limit);
			peer.removeEventListener('icegatheringstatechange', look);
			resolve();
		}
		function look() {
			if (peer.iceGatheringState === 'complete' || peer.signalingState === 'closed') done();
		}
		peer.addEventListener('icegatheringstatechange', look);
		look();
	});
}
