/** How soon a message must go, the soonest first. */
export const urgencies = ['control', 'live', 'bulk', 'photo'] as const;
export type Urgency = (typeof urgencies)[number];

const mebibyte = 1024 * 1024;

/** The longest message of each urgency, in bytes. */
export const mostBytes: Readonly<Record<Urgency, number>> = {
	control: 16 * 1024,
	live: 2 * mebibyte,
	bulk: 64 * mebibyte,
	photo: 2 * mebibyte
};

/** A kind's place here is its byte on the wire: a new one is added at the end, with a new version of the hello. */
export const kinds = [
	'handshake',
	'heartbeat',
	'receipt',
	'roster',
	'document',
	'photo-wish',
	'photo',
	'packed'
] as const;
export type Kind = (typeof kinds)[number];
/** What the link says for itself; the rest is its owner's. */
export type OwnKind = 'handshake' | 'heartbeat';

const carriedBy: Readonly<Record<Kind, readonly Urgency[]>> = {
	handshake: ['control'],
	heartbeat: ['control'],
	receipt: ['control'],
	roster: ['control', 'live'],
	document: ['live', 'bulk'],
	'photo-wish': ['control'],
	photo: ['photo'],
	packed: ['bulk']
};

/** Whether messages of the kind may have the urgency. */
export const mayCarry = (kind: Kind, urgency: Urgency): boolean => carriedBy[kind].includes(urgency);
