import { v7 } from 'uuid';

/** In the order of their character codes, and safe in an address. */
const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

/** 16 bytes as 22 characters that sort as the bytes do. */
export function formatId(bytes: Uint8Array): string {
	let value = 0n;
	for (const byte of bytes) value = (value << 8n) | BigInt(byte);
	let text = '';
	for (let i = 0; i < 22; i++, value >>= 6n) text = alphabet.charAt(Number(value & 63n)) + text;
	return text;
}

/** A fresh id (UUIDv7): those made later sort later. */
export const newId = (): string => formatId(v7(undefined, new Uint8Array(16)));
