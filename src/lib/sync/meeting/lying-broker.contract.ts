import type { Bytes } from './bytes';
import { createPacketReader } from './frames';
import type { Socket } from './socket';

/** A socket whose other end is the test. */
export function scriptedSocket() {
	const sent: Bytes[] = [];
	const read = createPacketReader();
	let closed = 0;
	const socket: Socket = {
		binaryType: 'blob',
		bufferedAmount: 0,
		onopen: null,
		onmessage: null,
		onclose: null,
		onerror: null,
		send: (data) => void sent.push(data as Bytes),
		close: () => void closed++
	};
	const call = (handler: unknown, event: object) => {
		if (typeof handler === 'function') (handler as (event: object) => void)(event);
	};
	return {
		socket,
		/** First bytes of the packets sent so far. */
		kinds: () => sent.flatMap((bytes) => read(bytes) ?? []).map(({ first }) => first),
		timesClosed: () => closed,
		opens: () => call(socket.onopen, {}),
		says: (...bytes: number[]) => call(socket.onmessage, { data: new Uint8Array(bytes).buffer }),
		saysData: (data: unknown) => call(socket.onmessage, { data }),
		ends: () => call(socket.onclose, {}),
		fails: () => call(socket.onerror, {})
	};
}

const length = (bytes: number): number[] =>
	bytes < 128 ? [bytes] : [(bytes % 128) | 128, ...length(Math.floor(bytes / 128))];

export function messageFrom(topic: string, payload: readonly number[], first = 0x30): number[] {
	const name = [...new TextEncoder().encode(topic)];
	return [
		first,
		...length(2 + name.length + payload.length),
		name.length >> 8,
		name.length & 0xff,
		...name,
		...payload
	];
}
