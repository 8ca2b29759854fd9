/** Reads how large a picture is from its first bytes, so that one of a billion pixels need not be decoded to be refused. */
export interface ImageSize {
	readonly width: number;
	readonly height: number;
}

/** Null for kinds not known here, which are then for the browser to try. */
export function imageSizeOf(bytes: Uint8Array): ImageSize | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
		if (view.getUint16(0) === 0xffd8) return jpegSize(view);
		if (view.getUint32(0) === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
		if (view.getUint16(0) === 0x424d)
			return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
		if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
		return null;
	} catch (error) {
		// A file cut off before its size: the browser will say so.
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** The size stands in the frame header (SOF), behind any number of other segments. */
function jpegSize(view: DataView): ImageSize | null {
	let at = 2;
	for (;;) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
}

function webpSize(view: DataView): ImageSize | null {
	const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
	switch (view.getUint32(12)) {
		case 0x56503858: // VP8X
			return { width: three(24) + 1, height: three(27) + 1 };
		case 0x5650384c: {
			// VP8L
			const bits = view.getUint32(21, true);
			return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
		}
		default:
			return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
	}
}
