import type { NetworkSettings } from '$lib/devices';
import type { Channel } from '../channel';
import type { Fingerprints } from '../link/handshake';
import type { Description } from '../pairing/offer';

export type RtcOptions = Pick<NetworkSettings, 'iceServers' | 'isRelayOnly'>;

/** Milliseconds a description waits for candidates; then it goes with what there are. */
export const gatheringMs = 2_000;

/** What becomes of a connection: it is `connected` once both channels are open, and `closed` for good. */
export type RtcState = 'connecting' | 'connected' | 'closed';

/**
 * A connection being made or made. Descriptions hold all their candidates, because they are packed by `packOffer` and
 * expanded by `expandOffer` on their way. One side calls `offer` and then `accept`, the other `answer`.
 */
export interface RtcConnection {
	/** @throws RtcFailed */
	offer(): Promise<Description>;
	/** @throws RtcFailed */
	answer(offer: Description): Promise<Description>;
	/** @throws RtcFailed */
	accept(answer: Description): Promise<void>;
	/** The link's. Nothing can be sent before it is connected. Closing one channel closes the connection. */
	readonly channel: Channel;
	/** For devices that do not trust each other yet. */
	readonly pairingChannel: Channel;
	/** Of the certificates in the two descriptions that were set; null until both were. */
	fingerprints(): Fingerprints | null;
	/** Told the state at once, and at each change. */
	watchState(listener: (state: RtcState) => void): () => void;
	/** What was sent before may still arrive. */
	close(): void;
}

/** Connections to other devices. Only a page can make them. */
export interface Rtc {
	open(options: RtcOptions): Promise<RtcConnection>;
}

/** The browser could not, or the connection was closed meanwhile. */
export class RtcFailed extends Error {
	override readonly name = 'RtcFailed';
}
