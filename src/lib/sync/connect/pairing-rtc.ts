import type { Clock } from '../clock';
import { createScanInvitation, enterByScans, type Entrance, type Opened } from '../pairing/invitations';
import { codeLifeMs } from '../pairing/line';
import type { Mailbox } from '../pairing/mailbox';
import { expandOffer, formatScan, packOffer, parseScan, type Description } from '../pairing/offer';
import type { Bytes } from '../trust/bytes';
import { mailboxOver } from './mailboxes';
import { RtcFailed, type Rtc, type RtcConnection, type RtcOptions } from './rtc';

export interface ScanPorts {
	readonly rtc: Rtc;
	readonly rtcOptions: RtcOptions;
	readonly clock: Clock;
}

/** Both codes were scanned, and the devices reached each other: what a pairing is opened with, and over what. */
export interface Met<Way> {
	readonly kind: 'met';
	readonly way: Way;
	readonly mailbox: Mailbox;
	/** For `Network.adopt` once they are paired; the device that offered is the initiator. */
	readonly connection: RtcConnection;
}

/** `no-path`: the browser cannot connect, or the two found no way to each other. */
export interface NotMet {
	readonly kind: 'refused';
	readonly word: 'not-kith' | 'version' | 'closed' | 'no-path';
}

/** The side that has the data: it shows its code first. */
export interface ScanOffer {
	readonly kind: 'offer';
	/** The text of the code to show. */
	readonly scan: string;
	readonly expiresAt: number;
	/** What the camera read. After `not-kith` or `version` another one may be tried. */
	take(text: string): Promise<Met<Opened> | NotMet>;
	close(): void;
}

/** The new device: it shows its code once it has read the other's. */
export interface ScanAnswer {
	readonly kind: 'answer';
	readonly scan: string;
	/** Settles when the other device has read it, which takes as long as people take. */
	readonly met: Promise<Met<Entrance> | NotMet>;
	close(): void;
}

/** After both codes are known to both. */
const pathMs = 20_000;

export async function offerScan({ rtc, rtcOptions, clock }: ScanPorts): Promise<ScanOffer | NotMet> {
	const described = await describe(rtc, rtcOptions, (connection) => connection.offer());
	if (described.kind === 'refused') return described;
	const { connection, packed: offer } = described;
	let isTaken = false;
	return {
		kind: 'offer',
		scan: formatScan(offer),
		expiresAt: clock.now() + codeLifeMs,
		async take(text) {
			const read = readScan(text, 'answer');
			if (read.kind === 'refused') return read;
			if (isTaken) return refused('closed');
			isTaken = true;
			try {
				await connection.accept(read.description);
			} catch (error) {
				if (!(error instanceof RtcFailed)) throw error;
				return refused('no-path');
			}
			if (!(await isConnected(connection, clock, pathMs))) return refused('no-path');
			const way = await createScanInvitation(offer, read.packed, clock.now());
			return { kind: 'met', way, mailbox: mailboxOver(connection.pairingChannel), connection };
		},
		close: () => connection.close()
	};
}

export async function answerScan({ rtc, rtcOptions, clock }: ScanPorts, text: string): Promise<ScanAnswer | NotMet> {
	const read = readScan(text, 'offer');
	if (read.kind === 'refused') return read;
	const described = await describe(rtc, rtcOptions, (connection) => connection.answer(read.description));
	if (described.kind === 'refused') return described;
	const { connection, packed: answer } = described;
	async function meet(): Promise<Met<Entrance> | NotMet> {
		if (!(await isConnected(connection, clock, codeLifeMs))) return refused('no-path');
		const way = await enterByScans(read.kind === 'scan' ? read.packed : answer, answer);
		return { kind: 'met', way, mailbox: mailboxOver(connection.pairingChannel), connection };
	}
	return { kind: 'answer', scan: formatScan(answer), met: meet(), close: () => connection.close() };
}

const refused = (word: NotMet['word']): NotMet => ({ kind: 'refused', word });

async function describe(
	rtc: Rtc,
	options: RtcOptions,
	ask: (connection: RtcConnection) => Promise<Description>
): Promise<{ readonly kind: 'described'; readonly connection: RtcConnection; readonly packed: Bytes } | NotMet> {
	const connection = await rtc.open(options);
	const description = await ask(connection).catch(() => null);
	const packed = description && packOffer(description);
	if (packed) return { kind: 'described', connection, packed };
	connection.close();
	return refused('no-path');
}

function readScan(
	text: string,
	type: Description['type']
): { readonly kind: 'scan'; readonly packed: Bytes; readonly description: Description } | NotMet {
	const packed = parseScan(text.trim());
	if (!packed) return refused('not-kith');
	const read = expandOffer(packed);
	if (read.kind === 'refused') return read;
	return read.description.type === type ? { kind: 'scan', packed, description: read.description } : refused('not-kith');
}

/** False, and closed, when it is not within so long. */
function isConnected(connection: RtcConnection, clock: Clock, ms: number): Promise<boolean> {
	return new Promise((resolve) => {
		const forget = clock.after(ms, () => connection.close());
		connection.watchState((state) => {
			if (state === 'connecting') return;
			forget();
			resolve(state === 'connected');
		});
	});
}
