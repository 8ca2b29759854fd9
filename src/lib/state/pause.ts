/** Lets the browser deal with whatever came in meanwhile: a key pressed, a frame to be drawn. */
export const pause = (): Promise<void> =>
	'scheduler' in globalThis && 'yield' in scheduler ? scheduler.yield() : new Promise((settle) => setTimeout(settle));
