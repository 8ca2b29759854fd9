/** Updates one behind the other, each behind its length in four bytes. The last may be torn: it is left out. */
export function formatFrames(updates: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(updates.reduce((sum, { length }) => sum + headLength + length, 0));
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const update of updates) {
		view.setUint32(at, update.length);
		bytes.set(update, at + headLength);
		at += headLength + update.length;
	}
	return bytes;
}

export function parseFrames(bytes: Uint8Array): readonly Uint8Array[] {
	const frames: Uint8Array[] = [];
	for (let at = 0; at + headLength <= bytes.length;) {
		const end = at + headLength + firstLength(bytes.subarray(at));
		// Zeros are what a machine that lost power may leave.
		if (end === at + headLength || end > bytes.length) break;
		frames.push(bytes.slice(at + headLength, end));
		at = end;
	}
	return frames;
}

export const headLength = 4;

/** Bytes of the first update; 0 when there is not even its head. */
export const firstLength = (bytes: Uint8Array): number =>
	bytes.length < headLength ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
