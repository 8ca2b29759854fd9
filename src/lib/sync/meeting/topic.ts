import { MeetingPointError } from './meeting-point';

const shape = /^kith\/1\/[0-9a-f]{64}$/;

export const isTopic = (text: string): boolean => shape.test(text);

/** The topic of 32 bytes, which are random to everyone who does not know what they were derived from. */
export function formatTopic(bytes: Uint8Array): string {
	if (bytes.length !== 32) throw new MeetingPointError('topic');
	return `kith/1/${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
