/** The three ways in: what the device that has the data makes of each, and what the new one reads. */
import type { Bytes, RandomBytes } from '../trust/bytes';
import { createAgreeingPair, exportPublic } from '../trust/identity';
import { createCode, meetingOfCode, parseCode } from './code';
import { codeLifeMs } from './line';
import { formatLink, linkSecretLength, meetingOfLink, parseLink } from './link';
import { meetingOfScans, type Meeting } from './meeting';
import type { RefusalWord } from './refusal';

/** What a host is opened with. */
export interface Opened {
	readonly meeting: Meeting;
	readonly pair: CryptoKeyPair;
	readonly expiresAt: number;
}

/** What a guest is opened with. */
export interface Entrance {
	readonly kind: 'entrance';
	readonly meeting: Meeting;
	readonly hostKey: Bytes | null;
	readonly expiresAt: number | null;
}

export interface NoEntrance {
	readonly kind: 'refused';
	readonly word: RefusalWord;
}

export async function createCodeInvitation(
	random: RandomBytes,
	now: number
): Promise<Opened & { readonly code: string }> {
	const code = createCode(random);
	const pair = await createAgreeingPair();
	return { code, pair, meeting: await meetingOfCode(code), expiresAt: now + codeLifeMs };
}

export async function createLinkInvitation(
	app: string,
	random: RandomBytes,
	now: number
): Promise<Opened & { readonly link: string }> {
	const pair = await createAgreeingPair();
	const expiresAt = now + codeLifeMs;
	const invitation = { key: await exportPublic(pair.publicKey), secret: random(linkSecretLength), expiresAt };
	return { link: formatLink(app, invitation), pair, meeting: await meetingOfLink(invitation), expiresAt };
}

/** Once both codes were scanned and the channel between the devices is open. */
export async function createScanInvitation(offer: Bytes, answer: Bytes, now: number): Promise<Opened> {
	const meeting = await meetingOfScans(offer, answer);
	return { pair: await createAgreeingPair(), meeting, expiresAt: now + codeLifeMs };
}

export async function enterByCode(text: string): Promise<Entrance | NoEntrance> {
	const code = parseCode(text);
	if (code === null) return { kind: 'refused', word: 'wrong-code' };
	return { kind: 'entrance', meeting: await meetingOfCode(code), hostKey: null, expiresAt: null };
}

export async function enterByLink(text: string): Promise<Entrance | NoEntrance> {
	const read = await parseLink(text);
	if (read.kind === 'refused') return read;
	const { key, expiresAt } = read.invitation;
	return { kind: 'entrance', meeting: await meetingOfLink(read.invitation), hostKey: key, expiresAt };
}

export const enterByScans = async (offer: Bytes, answer: Bytes): Promise<Entrance> => ({
	kind: 'entrance',
	meeting: await meetingOfScans(offer, answer),
	hostKey: null,
	expiresAt: null
});
