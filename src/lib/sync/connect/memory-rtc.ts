import { memoryChannels, type MemoryChannels, type Wire } from '../channel';
import type { Clock } from '../clock';
import type { Fingerprints } from '../link/handshake';
import type { Description } from '../pairing/offer';
import { toHex, type Bytes, type RandomBytes } from '../trust/bytes';
import { fingerprintOf } from './fingerprint';
import { LateChannel } from './late-channel';
import { RtcFailed, type Rtc, type RtcConnection, type RtcState } from './rtc';

/** Milliseconds after which a browser gives up finding a path. */
const failedMs = 15_000;
const gatherMs = 20;

/** The network between devices in one process. Paths are open unless closed. */
export interface MemoryAir {
	/** Connections of one device, by the name that the other methods take. */
	device(name: string): Rtc;
	/** For connections not made yet. */
	setPath(one: string, other: string, isOpen: boolean): void;
	/** Closes the connections between two; both are told, and what was on its way is lost. */
	cut(one: string, other: string): void;
	/** Nothing passes on any connection of the device any more, and nobody is told. It may make new ones. */
	silence(name: string): void;
	tune(wire: Wire): void;
	/** Connections made and not closed, each counted at both ends. */
	readonly live: number;
	/** Connections ever opened. */
	readonly opened: number;
}

export function memoryAir(clock: Clock, random: RandomBytes, wire: Wire = {}): MemoryAir {
	const connections = new Set<MemoryConnection>();
	const closedPaths = new Set<string>();
	let ways = wire;
	let opened = 0;

	const pathOf = (one: string, other: string) => [one, other].sort().join(' ');

	function tryToConnect(near: MemoryConnection): void {
		const far = [...connections].find((each) => each !== near && each.fits(near) && near.fits(each));
		if (!far) return;
		clock.after(2 * (ways.latencyMs ?? 0), () => {
			if (near.isClosed || far.isClosed) return;
			if (closedPaths.has(pathOf(near.owner, far.owner))) return near.failLater(far);
			const pairs = [memoryChannels(clock, ways), memoryChannels(clock, ways)] as const;
			far.become(pairs, 1, near.owner);
			near.become(pairs, 0, far.owner);
		});
	}

	const between = (one: string, other: string) =>
		[...connections].filter(({ owner, peer }) => pathOf(owner, peer) === pathOf(one, other));

	return {
		device: (name) => ({
			async open() {
				opened++;
				const connection = new MemoryConnection(clock, random, name, tryToConnect, () => {
					connections.delete(connection);
				});
				connections.add(connection);
				return connection;
			}
		}),
		setPath: (one, other, isOpen) => void closedPaths[isOpen ? 'delete' : 'add'](pathOf(one, other)),
		cut: (one, other) => between(one, other).forEach((connection) => connection.cut()),
		silence: (name) => {
			for (const connection of connections) {
				if (connection.owner === name || connection.peer === name) connection.silence();
			}
		},
		tune: (next) => void (ways = next),
		get live() {
			return connections.size;
		},
		get opened() {
			return opened;
		}
	};
}

class MemoryConnection implements RtcConnection {
	readonly channel = new LateChannel();
	readonly pairingChannel = new LateChannel();
	/** The other device, once connected. */
	peer = '';
	readonly #own: { readonly ufrag: string; readonly fingerprint: Bytes };
	readonly #password: string;
	readonly #watchers = new Set<(state: RtcState) => void>();
	#set: { ufrag: string; fingerprint: Bytes } | null = null;
	#hasAnswered = false;
	#isSilent = false;
	#state: RtcState = 'connecting';
	#wires: readonly MemoryChannels[] = [];

	constructor(
		readonly clock: Clock,
		random: RandomBytes,
		readonly owner: string,
		readonly tryToConnect: (connection: MemoryConnection) => void,
		readonly ended: () => void
	) {
		this.#own = { ufrag: toHex(random(4)), fingerprint: random(32) };
		this.#password = toHex(random(12));
		for (const each of [this.channel, this.pairingChannel]) each.watchClose(() => this.close(each));
	}

	get isClosed(): boolean {
		return this.#state === 'closed';
	}

	/** Whether it waits for this other one: both have the words and the certificate that were told. */
	fits(other: MemoryConnection): boolean {
		return (
			this.#state === 'connecting' &&
			this.#hasAnswered &&
			this.#set?.ufrag === other.#own.ufrag &&
			String(this.#set.fingerprint) === String(other.#own.fingerprint)
		);
	}

	async offer(): Promise<Description> {
		return this.#described('offer');
	}

	async answer(offer: Description): Promise<Description> {
		this.#take(offer);
		const answer = await this.#described('answer');
		this.#hasAnswered = true;
		return answer;
	}

	async accept(answer: Description): Promise<void> {
		if (answer.type !== 'answer') throw new RtcFailed(answer.type);
		this.#take(answer);
		this.#hasAnswered = true;
		this.tryToConnect(this);
	}

	fingerprints(): Fingerprints | null {
		return this.#set && { own: this.#own.fingerprint, peer: this.#set.fingerprint };
	}

	watchState(listener: (state: RtcState) => void): () => void {
		this.#watchers.add(listener);
		listener(this.#state);
		return () => void this.#watchers.delete(listener);
	}

	/** One channel tells the other side, which then closes all. */
	close(first = this.channel): void {
		if (this.isClosed) return;
		this.ended();
		this.#move('closed');
		this.#watchers.clear();
		first.close();
		this.channel.end();
		this.pairingChannel.end();
	}

	become(pairs: readonly [MemoryChannels, MemoryChannels], end: 0 | 1, peer: string): void {
		this.peer = peer;
		this.#wires = pairs;
		this.channel.become(pairs[0].ends[end]);
		this.pairingChannel.become(pairs[1].ends[end]);
		this.#move('connected');
	}

	/** Where there is no path, both find out for themselves. */
	failLater(far: MemoryConnection): void {
		const forget = this.clock.after(failedMs, () => {
			this.close();
			far.close();
		});
		this.watchState((state) => {
			if (state === 'closed') forget();
		});
		far.channel.watchClose(() => {
			if (this.isClosed) forget();
		});
	}

	cut(): void {
		for (const wire of this.#wires) wire.cut();
	}

	silence(): void {
		this.#isSilent = true;
		for (const wire of this.#wires) wire.silence();
	}

	#take({ sdp }: Description): void {
		const ufrag = /^a=ice-ufrag:(.*?)\r?$/m.exec(sdp)?.[1];
		const fingerprint = fingerprintOf(sdp);
		if (this.isClosed || this.#isSilent || !ufrag || !fingerprint) throw new RtcFailed('description');
		this.#set = { ufrag, fingerprint };
	}

	async #described(type: Description['type']): Promise<Description> {
		await new Promise<void>((resolve) => this.clock.after(gatherMs, resolve));
		if (this.isClosed) throw new RtcFailed('closed');
		return { type, sdp: this.#sdp(type) };
	}

	#sdp(type: Description['type']): string {
		const { ufrag, fingerprint } = this.#own;
		const pairs = toHex(fingerprint).toUpperCase().match(/../g)?.join(':') ?? '';
		return [
			'v=0',
			'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
			`a=candidate:1 1 udp 1 10.0.${fingerprint.slice(0, 2).join('.')} 50000 typ host`,
			`a=ice-ufrag:${ufrag}`,
			`a=ice-pwd:${this.#password}`,
			`a=fingerprint:sha-256 ${pairs}`,
			`a=setup:${type === 'offer' ? 'actpass' : 'active'}`,
			''
		].join('\r\n');
	}

	#move(state: RtcState): void {
		this.#state = state;
		for (const watcher of [...this.#watchers]) watcher(state);
	}
}
