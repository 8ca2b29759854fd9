/** A bare data channel between two pages, against what devices do over theirs. */
import { mostSentBytes } from '$lib/sync/channel';

/** A page has one. */
let bare: { readonly peer: RTCPeerConnection; readonly channel: RTCDataChannel } | null = null;
const highWater = 1024 * 1024;

/** A complete description: with all addresses found, so that one message each way is enough. */
async function described(peer: RTCPeerConnection): Promise<string> {
	if (peer.iceGatheringState !== 'complete')
		await new Promise<void>((settle) => {
			peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && settle();
		});
	return JSON.stringify(peer.localDescription);
}

function open(): RTCPeerConnection {
	const peer = new RTCPeerConnection();
	const channel = peer.createDataChannel('bench', { negotiated: true, id: 0 });
	channel.binaryType = 'arraybuffer';
	bare = { peer, channel };
	return peer;
}

export async function offerRaw(): Promise<string> {
	const peer = open();
	await peer.setLocalDescription();
	return described(peer);
}

export async function answerRaw(offer: string): Promise<string> {
	const peer = open();
	await peer.setRemoteDescription(JSON.parse(offer) as RTCSessionDescriptionInit);
	await peer.setLocalDescription();
	return described(peer);
}

function opened() {
	if (!bare) throw new Error('No bare channel');
	return bare;
}

export const completeRaw = (answer: string): Promise<void> =>
	opened().peer.setRemoteDescription(JSON.parse(answer) as RTCSessionDescriptionInit);

/** Sends every message back as it came; or, from `bytes` on that came in all, one single byte. */
export function answerMessages(bytes: number | null): void {
	const { channel } = opened();
	let left = bytes ?? 0;
	channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
		if (bytes === null) return channel.send(data);
		left -= data.byteLength;
		if (left <= 0) channel.send(new Uint8Array(1));
	};
}

const ready = (channel: RTCDataChannel) =>
	new Promise<void>((settle) => {
		if (channel.readyState === 'open') settle();
		else channel.onopen = () => settle();
	});

const answered = (channel: RTCDataChannel) =>
	new Promise<void>((settle) => {
		channel.onmessage = () => settle();
	});

/** Sends so many bytes and gives the ms until the other side said that it has them all. */
export async function sendRaw(bytes: number): Promise<number> {
	const { channel } = opened();
	await ready(channel);
	const message = new Uint8Array(mostSentBytes);
	crypto.getRandomValues(message);
	channel.bufferedAmountLowThreshold = highWater / 2;
	const start = performance.now();
	const end = answered(channel);
	for (let left = bytes; left > 0; left -= mostSentBytes) {
		if (channel.bufferedAmount > highWater)
			await new Promise<void>((settle) => {
				channel.onbufferedamountlow = () => settle();
			});
		channel.send(message.subarray(0, Math.min(left, mostSentBytes)));
	}
	await end;
	return performance.now() - start;
}

/** The ms of each of so many round trips of a small message, one after the other. */
export async function roundTrips(count: number, pauseMs: number): Promise<number[]> {
	const { channel } = opened();
	await ready(channel);
	const times: number[] = [];
	for (let trip = 0; trip < count; trip++) {
		await new Promise((settle) => setTimeout(settle, pauseMs));
		const start = performance.now();
		const end = answered(channel);
		channel.send(new Uint8Array(64));
		await end;
		times.push(performance.now() - start);
	}
	return times;
}
