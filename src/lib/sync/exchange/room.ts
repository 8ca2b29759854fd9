/** y-webrtc, as it is, over links: the one file that knows it. What is used of its inside is held by `room.test.ts`. */
import * as bc from 'lib0/broadcastchannel';
import { Awareness } from 'y-protocols/awareness';
import { WebrtcConn, WebrtcProvider, type Room as WebrtcRoom, type SignalingConn } from 'y-webrtc';
import * as Y from 'yjs';
import { applyAsItCame } from './as-it-came';
import { LinkPeer } from './link-peer';
import { stepOf, updateIn } from './steps';

/** What another device sent is passed on to the others up to this size; of more they learn by receipt, and ask. */
export const mostRelayedBytes = 64 * 1024;

export interface Room {
	/** The origin of all transactions that bring in what other devices sent. */
	readonly origin: unknown;
	/** @param send takes a message to the device; must not throw */
	join(device: string, send: (message: Uint8Array) => void): Way;
	/** Applies an update of a device's as y-webrtc does, whether or not there is a way to it now. */
	apply(update: Uint8Array, device: string): void;
	/** Leaves the document as it is. */
	close(): Promise<void>;
}

/** A change of the document, just made here or heard; must not throw. */
export type ChangeListener = (transaction: Y.Transaction) => void;

/** To one device. */
export interface Way {
	/** Asks the device for what is missing here. */
	ask(): void;
	/** Applies or answers a message that passed the gate. */
	deliver(message: Uint8Array): void;
	leave(): void;
}

const nowhere = { send: () => undefined } as unknown as SignalingConn;

/** @param name of no other room that is open in this thread; it never leaves it */
export async function openRoom(doc: Y.Doc, name: string, changed: ChangeListener): Promise<Room> {
	// Of presence there is none: its timer ends here, and on a document of its own it leaves no listener on ours.
	const awareness = new Awareness(new Y.Doc());
	awareness.destroy();
	const peerOpts = { send: (_message: Uint8Array) => undefined as void };
	const provider = new WebrtcProvider(name, doc, { signaling: [], awareness, peerOpts });
	// Before it has a room, so that it never listens to other tabs: they have the database between them.
	provider.disconnect();
	await provider.key;
	const { room } = provider;
	if (!room) throw new Error('y-webrtc opened no room');
	muteTabs(room);
	// Its handler stops all sending for good, and a tap on a telephone number is enough to call it.
	globalThis.removeEventListener?.('beforeunload', room._beforeUnloadHandler);

	const ways = new Set<Way>();
	/** Whose message is being applied. */
	let delivering: string | null = null;
	/** Who sent the change that is being passed on. */
	let relaying: string | null = null;
	const pass = (update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) => {
		relaying = origin === room ? delivering : null;
		changed(transaction);
		if (relaying === null || update.byteLength <= mostRelayedBytes) room._docUpdateHandler(update, origin);
		relaying = null;
	};
	doc.on('update', pass);
	function deliver(device: string, run: () => void): void {
		delivering = device;
		try {
			run();
		} finally {
			delivering = null;
		}
	}

	return {
		origin: room,
		join(device, send) {
			peerOpts.send = (message) => {
				if (relaying !== device) send(message);
			};
			const conn = new WebrtcConn(nowhere, false, device, room);
			const peer: unknown = conn.peer;
			if (!(peer instanceof LinkPeer)) throw new Error('y-webrtc made a peer of its own');
			room.webrtcConns.set(device, conn);
			const way: Way = {
				ask: () => peer.connect(),
				deliver: (message) =>
					deliver(device, () => {
						const step = stepOf(message);
						if (step === 'question') withoutPending(doc, () => peer.deliver(message));
						else if (step === 'edit' && message.byteLength > mostRelayedBytes)
							applyAsItCame(doc, updateIn(message), room);
						else peer.deliver(message);
					}),
				leave() {
					ways.delete(way);
					conn.destroy();
				}
			};
			ways.add(way);
			return way;
		},
		apply: (update, device) => deliver(device, () => Y.applyUpdate(doc, update, room)),
		async close() {
			doc.off('update', pass);
			for (const way of ways) way.leave();
			bc.subscribe(name, room._bcSubscriber);
			provider.disconnect();
			bc.subscribe(name, room._bcSubscriber);
			provider.destroy();
			await provider.key;
		}
	};
}

/** Leaving a room opens a channel to other tabs in order to take leave of them; only one who was in it closes it. */
function muteTabs(room: WebrtcRoom): void {
	room.mux = () => undefined;
	bc.subscribe(room.name, room._bcSubscriber);
	bc.unsubscribe(room.name, room._bcSubscriber);
}

/**
 * What waits here for a record that is lost would be in an answer, too, with a gap before it that no gate lets in. The
 * other device needs none of it: who has the lost record sends both.
 */
export function withoutPending<T>({ store }: Y.Doc, answer: () => T): T {
	const { pendingStructs, pendingDs } = store;
	store.pendingStructs = null;
	store.pendingDs = null;
	try {
		return answer();
	} finally {
		store.pendingStructs = pendingStructs;
		store.pendingDs = pendingDs;
	}
}
