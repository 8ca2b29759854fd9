import type { ImportedPhoto } from '../imported';
import { base64Bytes, isBase64, paramOf, typesOf, type Property } from './property';

export const maxPhotoMegabytes = 5;
const maxPhotoLength = maxPhotoMegabytes * 1_048_576;

export type FoundPhoto =
	| { readonly photo: ImportedPhoto }
	| { readonly url: string }
	| { readonly problem: 'photo-too-large' | 'photo-not-read' };

const dataUri = /^data:([^;,]*)?(?:;[^,]*)?,/i;

/** Null for an empty one, which several programs write for none. */
export function photoOf(property: Property): FoundPhoto | null {
	const value = property.value.trim();
	if (!value) return null;
	const data = dataUri.exec(value.slice(0, 256));
	if (!data && !isBase64(property) && /^[a-z][a-z0-9+.-]*:/i.test(value)) return { url: value };
	const base64 = data ? value.slice(data[0].length) : value;
	// Four characters of base64 are three bytes.
	if (base64.length * 0.75 > maxPhotoLength) return { problem: 'photo-too-large' };
	const bytes = base64Bytes(base64);
	if (!bytes) return { problem: 'photo-not-read' };
	return { photo: { bytes, mediaType: (data?.[1] ?? mediaTypeOf(property)).toLowerCase() } };
}

function mediaTypeOf(property: Property): string {
	const named = paramOf(property, 'MEDIATYPE');
	if (named) return named;
	const kind = typesOf(property).find((type) => /^(?:image\/)?(?:jpe?g|png|gif|webp|bmp|tiff?)$/.test(type));
	return kind ? `image/${kind.replace(/^image\//, '').replace(/^jpg$/, 'jpeg')}` : '';
}
