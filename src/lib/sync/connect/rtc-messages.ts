/** What the worker and the page say to each other of a connection, over a port that belongs to it alone. */
import { drainedBelowBytes } from '../channel';
import type { Fingerprints } from '../link/handshake';
import type { Description } from '../pairing/offer';
import type { RtcOptions } from './rtc';

export const channelNames = ['link', 'pairing'] as const;
/** Its place in the list is the id that both sides agreed on beforehand. */
export type ChannelName = (typeof channelNames)[number];

/** Over the port between worker and page; the connection's own port comes with it. */
export interface OpenConnection {
	readonly kind: 'open';
	readonly options: RtcOptions;
}

export type ToPage =
	| { readonly kind: 'offer' }
	| { readonly kind: 'answer'; readonly offer: Description }
	| { readonly kind: 'accept'; readonly answer: Description }
	| { readonly kind: 'send'; readonly channel: ChannelName; readonly bytes: ArrayBuffer }
	/** Once what was sent on this channel has left. */
	| { readonly kind: 'close'; readonly channel: ChannelName };

export type ToWorker =
	/** Answers `offer`, `answer` or `accept`. */
	| { readonly kind: 'done'; readonly description: Description | null; readonly fingerprints: Fingerprints | null }
	| { readonly kind: 'failed'; readonly why: string }
	| { readonly kind: 'connected' }
	| { readonly kind: 'message'; readonly channel: ChannelName; readonly bytes: ArrayBuffer }
	/** So many bytes of all that were sent have left. */
	| { readonly kind: 'left'; readonly channel: ChannelName; readonly bytes: number }
	| { readonly kind: 'closed' };

/** Bytes waiting in the page below which it says that its channel has drained. */
export const pageDrainedBytes = drainedBelowBytes / 2;
