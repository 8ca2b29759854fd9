/** What a segment holds once it is opened. */
import type { Instant } from '$lib/domain/date';
import { BadReceipt, ReceiptReader, ReceiptWriter, type Receipt } from '../exchange/receipts';
import type { Bytes } from '../trust/bytes';
import { Reader, Writer } from '../trust/layout';
import { TrustError } from '../trust/trust-error';

export interface SegmentContent {
	/** By the clock of the device that wrote it. */
	readonly written: Instant;
	/** The number of the segment of the same device that it builds on; 0 when it builds on what all are known to have. */
	readonly after: number;
	readonly receipt: Receipt;
	readonly update: Uint8Array;
}

/** A receipt's parts have at most 1,000 clients. */
const mostParts = 1_000;

export function formatContent({ written, after, receipt, update }: SegmentContent): Bytes {
	const parts = new ReceiptWriter().messages(receipt);
	const writer = new Writer().number(6, written).number(6, after).number(2, parts.length);
	for (const part of parts) writer.block(part);
	return writer.put(update).done();
}

/** Null for what no device of ours writes. */
export function parseContent(bytes: Uint8Array): SegmentContent | null {
	try {
		return read(new Reader(bytes));
	} catch (error) {
		if (!(error instanceof TrustError) && !(error instanceof BadReceipt)) throw error;
		return null;
	}
}

function read(reader: Reader): SegmentContent {
	const [written, after, count] = [reader.number(6), reader.number(6), reader.number(2)];
	if (count === 0 || count > mostParts) throw new TrustError('malformed');
	const receipts = new ReceiptReader();
	let receipt: Receipt | null = null;
	for (let part = 1; part <= count; part++) {
		receipt = receipts.take(reader.block());
		if ((receipt !== null) !== (part === count)) throw new TrustError('malformed');
	}
	if (!receipt) throw new TrustError('malformed');
	return { written, after, receipt, update: reader.take(reader.left) };
}
