import * as m from '$lib/paraglide/messages';

/** What a browser tells of the device it runs on. */
export interface BrowserTraits {
	readonly userAgent: string;
	/** "Pixel 9", where the browser knows it. */
	readonly model?: string;
	/** Several fingers can touch at once: iPads say that they are Macs, which have no touch screen. */
	readonly touchPoints?: number;
}

/** First found, first taken: each later one also occurs in what the earlier ones say of themselves. */
const browsers = [
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/OPR\/|Opera/, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/Vivaldi\//, 'Vivaldi'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari']
] as const;
const systems = [
	[/Android/, 'Android'],
	[/CrOS/, 'ChromeOS'],
	[/Windows/, 'Windows'],
	[/Macintosh|Mac OS X/, 'Mac'],
	[/Linux|X11/, 'Linux']
] as const;

/** A name for a device that has none yet, as one would call it: "Pixel 9", "iPhone", "Firefox on Linux". */
export function guessDeviceName({ userAgent, model = '', touchPoints = 0 }: BrowserTraits): string {
	// Chromium calls every Android device K that does not tell its model.
	if (model && model !== 'K') return model;
	if (/iPhone|iPod/.test(userAgent)) return 'iPhone';
	if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return 'iPad';
	const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
	const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
	if (browser && system) return m.devices_guess({ browser, system });
	return browser ?? system ?? 'Kith';
}
