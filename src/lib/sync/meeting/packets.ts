import { mqtt_pkt_ctx } from 'u8-mqtt-packet/esm/codec_bind.js';
import { mqtt_opts_v4 } from 'u8-mqtt-packet/esm/codec_v4_client.js';
import type { Bytes } from './bytes';
import type { Packet } from './frames';

/** What a broker may say to us. `noise` is well formed and means nothing here. */
export type Incoming =
	| { readonly kind: 'connack'; readonly code: number }
	| { readonly kind: 'message'; readonly topic: string; readonly bytes: Bytes; readonly retained: boolean }
	| { readonly kind: 'suback'; readonly refused: boolean }
	| { readonly kind: 'pingresp' }
	| { readonly kind: 'noise' };

export interface Credentials {
	readonly user?: string;
	readonly password?: string;
}

const codec = mqtt_pkt_ctx(4, mqtt_opts_v4, {});

/** The first packet: a session that ends with its connection, and leaves no will. */
export function connectPacket(clientId: string, keepAliveSeconds: number, { user, password }: Credentials): Bytes {
	// MQTT 3.1.1 knows no password without a user.
	const username = user ?? (password === undefined ? undefined : 'kith');
	return codec.encode_pkt('connect', {
		client_id: clientId,
		keep_alive: keepAliveSeconds,
		flags: { clean_start: true, username, password },
		username,
		password
	});
}

export const publishPacket = (topic: string, payload: Uint8Array): Bytes =>
	codec.encode_pkt('publish', { topic, payload, qos: 0 });

/** `id` is 1 to 65,535. */
export const subscribePacket = (id: number, topics: readonly string[]): Bytes =>
	codec.encode_pkt('subscribe', { pkt_id: id, topics, qos: 0 });

export const unsubscribePacket = (id: number, topics: readonly string[]): Bytes =>
	codec.encode_pkt('unsubscribe', { pkt_id: id, topics });

export const pingPacket = (): Bytes => codec.encode_pkt('pingreq');

export const disconnectPacket = (): Bytes => codec.encode_pkt('disconnect');

/** Reads what a broker sent; null when it is no packet that a broker sends, or its fields are not those it must have. */
export function readIncoming({ first, body }: Packet): Incoming | null {
	const kind = first >>> 4;
	if (kind === 0xd) return first === 0xd0 && body.length === 0 ? { kind: 'pingresp' } : null;
	if (kind === 0xb) return first === 0xb0 && body.length === 2 ? { kind: 'noise' } : null;
	if (kind === 0x3) return readMessage(first, body);
	if (kind === 0x2 && first === 0x20 && body.length === 2) {
		return { kind: 'connack', code: Number(codec.decode_pkt(first, body)?.reason) };
	}
	if (kind === 0x9 && first === 0x90 && body.length >= 3) {
		const answers = codec.decode_pkt(first, body)?.answers ?? [];
		return { kind: 'suback', refused: answers.some((answer) => Number(answer) !== 0) };
	}
	return null;
}

function readMessage(first: number, body: Bytes): Incoming | null {
	const topicLength = ((body[0] ?? 0) << 8) | (body[1] ?? 0);
	// Nobody was asked for QoS 1 or 2, whose messages would be waiting to be acknowledged.
	if ((first & 0x06) !== 0 || body.length < 2 + topicLength) return null;
	const { topic, payload, retain } = codec.decode_pkt(first, body) ?? {};
	if (topic === undefined || payload === undefined) return null;
	return { kind: 'message', topic, bytes: payload.slice(), retained: retain === true };
}
