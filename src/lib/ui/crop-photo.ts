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

/** The picture at an address; null when it cannot be read. */
export async function readPicture(source: string): Promise<HTMLImageElement | null> {
	const picture = new Image();
	picture.src = source;
	try {
		await picture.decode();
	} catch (reason) {
		console.info('This picture cannot be read:', String(reason));
		return null;
	}
	return picture.naturalWidth > 0 ? picture : null;
}

/**
 * The square drawn anew, at most 512 px wide, as WebP: so nothing of the file but what is seen is kept, neither place
 * nor camera. Null when the picture cannot be read.
 */
export async function cropPhoto(source: string, { x, y, width, height }: Crop): Promise<Blob | null> {
	const picture = await readPicture(source);
	if (!picture) return null;
	const size = Math.max(1, Math.min(mostPixels, Math.round(width)));
	const canvas = draw(size, size, (context) => context.drawImage(picture, x, y, width, height, 0, 0, size, size));
	const webp = await bytesOf(canvas, 'image/webp');
	// Safari answers with a PNG when asked for WebP, several times as large as a JPEG.
	return webp && webp.type !== 'image/webp' ? bytesOf(canvas, 'image/jpeg') : webp;
}

/** What a camera sees now, as sharp as it is. */
export function framePhoto(video: HTMLVideoElement): Promise<Blob | null> {
	const { videoWidth, videoHeight } = video;
	const canvas = draw(videoWidth, videoHeight, (context) => context.drawImage(video, 0, 0));
	return bytesOf(canvas, 'image/png');
}

/** Null when there is no memory for it. */
function draw(width: number, height: number, paint: (context: CanvasRenderingContext2D) => void) {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d');
	if (!context) return null;
	context.imageSmoothingQuality = 'high';
	paint(context);
	return canvas;
}

const bytesOf = (canvas: HTMLCanvasElement | null, type: string): Promise<Blob | null> =>
	new Promise((settle) => (canvas ? canvas.toBlob(settle, type, quality) : settle(null)));
