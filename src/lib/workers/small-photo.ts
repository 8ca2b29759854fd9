/** Makes a photo that an import brought small and clean: no position of where it was taken leaves this thread. */
import { imageSizeOf } from '$lib/formats/image-size';
import type { ImportedPhoto } from '$lib/formats/imported';

const longestSide = 512;
const quality = 0.85;
/** About what a phone's camera makes; decoding four bytes for each pixel takes 160 MB. */
const maxPixels = 40_000_000;

/** A WebP, or a JPEG where the browser writes none; null when it is too large or no picture. */
export async function smallPhoto({ bytes, mediaType }: ImportedPhoto): Promise<Blob | null> {
	const declared = imageSizeOf(bytes);
	if (declared && declared.width * declared.height > maxPixels) return null;
	let bitmap: ImageBitmap;
	try {
		bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }));
	} catch (error) {
		console.info('A photo could not be read:', error);
		return null;
	}
	const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
	const canvas = new OffscreenCanvas(
		Math.max(1, Math.round(bitmap.width * scale)),
		Math.max(1, Math.round(bitmap.height * scale))
	);
	const context = canvas.getContext('2d');
	if (!context) return null;
	context.imageSmoothingQuality = 'high';
	context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
	bitmap.close();
	const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
	// Safari answers with a PNG when asked for WebP, several times as large as a JPEG.
	return webp.type === 'image/webp' ? webp : canvas.convertToBlob({ type: 'image/jpeg', quality });
}
