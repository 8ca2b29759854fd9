import type { PhotoId } from '$lib/domain/contact';
import { imageSizeOf } from '$lib/formats/image-size';
import { imageTypeOf, type ImageType } from '$lib/formats/image-type';
import { copied, sha256, toHex } from '../trust/bytes';

/** What Kith itself makes of a picture is no wider or higher, in pixels. */
export const mostSide = 512;
/** What so many pixels take that are not compressed at all. */
export const mostPhotoBytes = mostSide * mostSide * 4;

/** Of which kind it is; null for what no device of ours would have made. */
export function smallPhotoType(bytes: Uint8Array): ImageType | null {
	if (bytes.length > mostPhotoBytes) return null;
	const { width, height } = imageSizeOf(bytes) ?? { width: 0, height: 0 };
	const isSane = Math.min(width, height) >= 1 && Math.max(width, height) <= mostSide;
	return isSane ? imageTypeOf(bytes) : null;
}

export const photoIdOf = async (bytes: Uint8Array): Promise<PhotoId> => toHex(await sha256(copied(bytes)));
