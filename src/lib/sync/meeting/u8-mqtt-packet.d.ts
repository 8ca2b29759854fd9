/** The parts used of a package without types: the MQTT 3.1.1 packets of a client. */
declare module 'u8-mqtt-packet/esm/codec_v4_client.js' {
	export const mqtt_opts_v4: object;
}

declare module 'u8-mqtt-packet/esm/codec_bind.js' {
	export interface PacketCodec {
		encode_pkt(
			type: 'connect' | 'publish' | 'subscribe' | 'unsubscribe' | 'pingreq' | 'disconnect',
			fields?: object
		): Uint8Array<ArrayBuffer>;
		/** Undefined for kinds that no server sends. Fields that are not there read as undefined or NaN. */
		decode_pkt(firstByte: number, body: Uint8Array): DecodedPacket | undefined;
	}
	export interface DecodedPacket {
		readonly type: string;
		readonly reason?: unknown;
		readonly qos?: number;
		readonly retain?: boolean;
		readonly topic?: string;
		readonly payload?: Uint8Array;
		readonly answers?: readonly unknown[];
	}
	export function mqtt_pkt_ctx(level: 4, codec: object, packet: object): PacketCodec;
}
