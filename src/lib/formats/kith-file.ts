/**
 * The owner's file of everything, `.kith`:
 *
 * | bytes | what                                                                               |
 * | ----- | ---------------------------------------------------------------------------------- |
 * | 6     | `\0kith1`; files without it hold the document alone, which never begins with a zero |
 * | 4     | length of the head, little endian                                                   |
 * | …     | the head, JSON: `{ "document": bytes, "photos": [[id, media type, bytes], …] }`     |
 * | …     | the document, as one Yjs update                                                     |
 * | …     | the photos, in the head's order; an id is the SHA-256 of its photo                  |
 */
import type { PhotoId } from '../domain/contact';
import { imageSizeOf } from './image-size';

const mark = '\0kith1';
const headAt = mark.length + 4;

/** Far above what Kith itself writes, far below what would choke a phone. */
const most = { document: 512 * 1_048_576, head: 16 * 1_048_576, photo: 2 * 1_048_576, photoSide: 2048 };

export interface FilePhoto {
	readonly id: PhotoId;
	readonly photo: Blob;
}

export interface KithFile {
	readonly document: Uint8Array;
	/** Not yet read, nor known to be what their ids say. */
	readonly photos: readonly FilePhoto[];
}

export function formatKithFile(document: Uint8Array, photos: readonly FilePhoto[]): Blob {
	const entries = photos.map(({ id, photo }) => [id, photo.type, photo.size]);
	const head = new TextEncoder().encode(JSON.stringify({ document: document.length, photos: entries }));
	const length = new DataView(new ArrayBuffer(4));
	length.setUint32(0, head.length, true);
	const parts = [mark, length, head, document.slice(), ...photos.map(({ photo }) => photo)];
	return new Blob(parts, { type: 'application/octet-stream' });
}

/** Null for a file that is damaged or too large. Rejects only when the device does not give its bytes. */
export async function parseKithFile(file: Blob): Promise<KithFile | null> {
	const begin = await file.slice(0, headAt).arrayBuffer();
	if (new TextDecoder().decode(begin.slice(0, mark.length)) !== mark) {
		return file.size > most.document ? null : { document: await bytesOf(file), photos: [] };
	}
	if (begin.byteLength < headAt) return null;
	const documentAt = headAt + new DataView(begin).getUint32(mark.length, true);
	if (documentAt > most.head) return null;
	const head = parseHead(await file.slice(headAt, documentAt).text());
	if (!head || head.document > most.document) return null;
	let at = documentAt + head.document;
	const photos = head.photos.map(({ id, type, size }) => ({ id, photo: file.slice(at, (at += size), type) }));
	return at === file.size
		? { document: await bytesOf(file.slice(documentAt, documentAt + head.document)), photos }
		: null;
}

/** Whether a photo is small enough in every way to be kept and shown. */
export function isSmallPhoto(bytes: Uint8Array): boolean {
	const { width, height } = imageSizeOf(bytes) ?? { width: Infinity, height: Infinity };
	return bytes.length <= most.photo && Math.max(width, height) <= most.photoSide;
}

const bytesOf = async (part: Blob) => new Uint8Array(await part.arrayBuffer());

interface Head {
	readonly document: number;
	readonly photos: readonly { readonly id: PhotoId; readonly type: string; readonly size: number }[];
}

function parseHead(text: string): Head | null {
	try {
		const { document, photos } = JSON.parse(text) as { readonly document?: unknown; readonly photos?: unknown };
		if (!isSize(document) || !Array.isArray(photos)) return null;
		const read = photos.map(photoOf);
		return read.every((photo) => photo !== null) ? { document, photos: read } : null;
	} catch {
		return null;
	}
}

const isSize = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function photoOf(entry: unknown): Head['photos'][number] | null {
	const [id, type, size] = (Array.isArray(entry) ? entry : []) as readonly unknown[];
	const known = typeof id === 'string' && /^[0-9a-f]{64}$/.test(id) && typeof type === 'string';
	return known && /^image\/(?:webp|jpeg|png)$/.test(type) && isSize(size) ? { id, type, size } : null;
}
