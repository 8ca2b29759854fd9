/**
 * What one socket, one address and all of them may take of a meeting point. Devices that keep good manners use a
 * hundredth of it: one hello of some 200 bytes at a time, and a few kilobytes when two of them meet.
 * @typedef {object} Limits
 * @property {number} payload bytes of one message
 * @property {number} control bytes of one packet that carries no message
 * @property {number} topics a socket may listen to
 * @property {number} listeners of one topic: an owner has a handful of devices, and one message is sent to each
 * @property {{ burst: number, perSecond: number }} packets tokens of a socket for packets, pings and pongs
 * @property {{ burst: number, perSecond: number }} bytes tokens of a socket for bytes
 * @property {{ burst: number, perSecond: number }} connects tokens of an address for new sockets
 * @property {number} sockets in all
 * @property {number} socketsByAddress
 * @property {number} unread bytes waiting for a socket that does not read
 * @property {number} greetingMs from the upgrade to a whole CONNECT
 * @property {number} packetMs from the first to the last byte of a packet
 * @property {number} idleMs without a whole packet
 */

/** @type {Limits} */
export const defaultLimits = {
	payload: 16 * 1024,
	control: 4 * 1024,
	topics: 32,
	listeners: 64,
	packets: { burst: 120, perSecond: 10 },
	bytes: { burst: 512 * 1024, perSecond: 32 * 1024 },
	connects: { burst: 60, perSecond: 2 },
	sockets: 4000,
	socketsByAddress: 64,
	unread: 128 * 1024,
	greetingMs: 5_000,
	packetMs: 10_000,
	idleMs: 180_000
};
