import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Locator } from '@playwright/test';
import { launchOptions } from '../../support/chromium.js';

/** A browser whose camera sees what it was last held at. */
export class CameraBrowser {
	readonly browser: Browser;
	readonly #folder: string;

	private constructor(browser: Browser, folder: string) {
		this.browser = browser;
		this.#folder = folder;
	}

	static async open(): Promise<CameraBrowser> {
		const folder = mkdtempSync(join(tmpdir(), 'kith-camera-'));
		const { args, ...options } = launchOptions();
		const camera = [
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${join(folder, 'seen.mjpeg')}`
		];
		return new CameraBrowser(await chromium.launch({ ...options, args: [...args, ...camera] }), folder);
	}

	/** Holds the camera at what stands on another device's screen. It is read when the camera is opened. */
	async holdAt(picture: Locator): Promise<void> {
		await picture.scrollIntoViewIfNeeded();
		// A file of JPEGs one after the other is a film.
		const still = await picture.page().screenshot({ type: 'jpeg', quality: 95 });
		writeFileSync(join(this.#folder, 'seen.mjpeg'), Buffer.concat([still, still]));
	}

	async close(): Promise<void> {
		await this.browser.close();
		rmSync(this.#folder, { recursive: true });
	}
}
