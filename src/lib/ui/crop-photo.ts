/** A square in a picture's own pixels. */
export interface Crop {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const mostPixels = 512;
/** Where WebP stops looking better on a face. */
const quality = 0.85;

/**
 * The square drawn anew, at most 512 px wide, as WebP: so nothing of the file but what is seen is kept, neither place
 * nor camera. Null when the picture cannot be read.
 */
export async function cropPhoto(source: string, { x, y, width, height }: Crop): Promise<Blob | null> {
	const picture = new Image();
	picture.src = source;
	try {
		await picture.decode();
	} catch (reason) {
		console.info('This picture cannot be read:', reason);
		return null;
	}
	const size = Math.max(1, Math.min(mostPixels, Math.round(width)));
	const canvas = document.createElement('canvas');
	canvas.width = size;
	canvas.height = size;
	const context = canvas.getContext('2d');
	if (!context) return null;
	context.imageSmoothingQuality = 'high';
	context.drawImage(picture, x, y, width, height, 0, 0, size, size);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', quality));
}
