import { decodeQR, type Image } from 'qr/decode.js';

/** Enough for a code of 60 cells that fills a third of the picture; more only takes longer. */
const mostPixels = 960;

/** The text of the QR code in a picture; null when there is none, or none that can be read. */
export function readQr(picture: Image): string | null {
	try {
		return decodeQR(picture);
	} catch (reason) {
		// It has no other way to say that it found none, as in nearly every frame of a camera.
		if (reason instanceof Error) return null;
		throw reason;
	}
}

/** What a camera sees now, small enough to be read many times a second; null before it sees anything. */
export function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
	const scale = Math.min(1, mostPixels / Math.max(video.videoWidth, video.videoHeight));
	const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context || !(width > 0 && height > 0)) return null;
	[canvas.width, canvas.height] = [width, height];
	context.drawImage(video, 0, 0, width, height);
	return context.getImageData(0, 0, width, height);
}
