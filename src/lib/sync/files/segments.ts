/** Segments written for the group, and read from one of its devices. */
import { isSame, joined, utf8, type Bytes, type RandomBytes } from '../trust/bytes';
import { secretLength } from '../trust/epochs';
import type { Group } from '../trust/group';
import { importSignKey, isSignedBy, signWith, type DeviceId } from '../trust/identity';
import { Reader, Writer } from '../trust/layout';
import { TrustError } from '../trust/trust-error';
import { formatContent, parseContent, type SegmentContent } from './content';
import { epochHint, groupHint, seal, sealLength, secretFor, unseal, unwrapOwn, wrapFor } from './sealing';
import { formatHeader, nonceLength, parseSegment, type Segment, type Unreadable } from './segment';

/**
 * `foreign`: not of this group, or of a device that is not known in it. `removed`: of a device that was removed.
 * `own`: this device wrote it. `epoch`: sealed with a secret that this device does not hold.
 */
export type SegmentRefusal = Unreadable | 'foreign' | 'removed' | 'own' | 'epoch';

export type ReadSegment =
	| { readonly sender: DeviceId; readonly number: number; readonly content: SegmentContent }
	| { readonly refused: SegmentRefusal; readonly sender: DeviceId | null };

const purpose = utf8('kith segment\0');

/** Null while this device may write none: it is out of the group, or has not got the newest secret yet. */
export async function writeSegment(
	group: Group,
	random: RandomBytes,
	number: number,
	content: SegmentContent
): Promise<Bytes | null> {
	const { members, epoch, isStale } = group.view();
	const secret = group.secrets().get(epoch.id);
	const sender = group.identity.id;
	if (!secret || isStale || !members.has(sender)) return null;
	const nonce = random(nonceLength);
	const rosterKey = random(secretLength);
	const others = [...members.values()].filter(({ id }) => id !== sender);
	const entries = new Writer();
	for (const entry of group.entries()) entries.block(entry);
	const roster = entries.done();
	const header = formatHeader({
		group: await groupHint(group.id, nonce),
		epoch: await epochHint(secret, nonce),
		sender,
		number,
		nonce,
		...(await wrapFor(others, rosterKey, { group: group.id, sender, nonce })),
		rosterLength: roster.length + sealLength
	});
	const sealedRoster = await seal('roster', rosterKey, nonce, header, roster);
	const signed = joined(header, sealedRoster, await seal('body', secret, nonce, header, formatContent(content)));
	return joined(signed, await signWith(group.identity, joined(purpose, signed)));
}

/** What it brings of the roster is merged first: so a device hears of those who were added, removed or renamed. */
export async function readSegment(group: Group, bytes: Uint8Array): Promise<ReadSegment> {
	const segment = parseSegment(bytes);
	if (typeof segment === 'string') return { refused: segment, sender: null };
	const { sender, number, nonce } = segment;
	const refuse = (refused: SegmentRefusal): ReadSegment => ({ refused, sender });
	if (!isSame(await groupHint(group.id, nonce), segment.group)) return refuse('foreign');
	if (sender === group.identity.id) return refuse('own');
	if (group.view().removed.has(sender)) return refuse('removed');
	const wasKnown = group.view().members.has(sender);
	if (wasKnown && !(await isSigned(group, segment))) return refuse('damaged');
	// A removal counts whoever signed it, so no roster may come from a removed device under another name.
	if (!wasKnown && !(await isOfNewest(group, segment))) return refuse('foreign');
	await mergeRoster(group, segment);
	const { members, removed } = group.view();
	if (removed.has(sender)) return refuse('removed');
	if (!members.has(sender)) return refuse('foreign');
	if (!wasKnown && !(await isSigned(group, segment))) return refuse('damaged');
	const secret = await secretFor(group.secrets(), segment.epoch, nonce);
	if (!secret) return refuse('epoch');
	const plain = await unseal('body', secret, nonce, segment.header, segment.body);
	const content = plain && parseContent(plain);
	return content ? { sender, number, content } : refuse('damaged');
}

async function isSigned(group: Group, { sender, signed, signature }: Segment): Promise<boolean> {
	const member = group.view().members.get(sender);
	const key = member ? await importSignKey(member.keys.sign) : null;
	return key !== null && isSignedBy(key, joined(purpose, signed), signature);
}

/** Whoever sealed it holds the newest secret, as no removed device does. */
async function isOfNewest(group: Group, { epoch: hint, nonce, header, body }: Segment): Promise<boolean> {
	const { epoch, isStale } = group.view();
	const secret = group.secrets().get(epoch.id);
	if (!secret || isStale || !isSame(await epochHint(secret, nonce), hint)) return false;
	return (await unseal('body', secret, nonce, header, body)) !== null;
}

async function mergeRoster(group: Group, segment: Segment): Promise<void> {
	const { nonce, header, sender } = segment;
	const key = await unwrapOwn(segment, group.identity, { group: group.id, sender, nonce });
	const plain = key && (await unseal('roster', key, nonce, header, segment.roster));
	if (!plain) return;
	const reader = new Reader(plain);
	const entries: Bytes[] = [];
	try {
		while (reader.left > 0) entries.push(reader.block());
	} catch (error) {
		if (!(error instanceof TrustError)) throw error;
	}
	await group.merge(entries);
}
