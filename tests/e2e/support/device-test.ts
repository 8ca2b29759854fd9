/** Opens devices of one owner for a test, and watches them. */
import { expect, type Browser, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { test as base } from './app';
import { CameraBrowser } from './camera';
import type { Device } from './devices';
import { startEmpty } from './verbs';
import { watchContext, type Watch } from './watch';

interface DeviceOptions extends BrowserContextOptions {
	/** Of its own; without it the test's. */
	readonly browser?: Browser;
	readonly allow?: readonly RegExp[];
}

interface Fixtures {
	/** Opens the app on another device, empty, and on its page of devices. */
	openDevice: (name: string, options?: DeviceOptions) => Promise<Device>;
	/** The same on a device whose camera sees what it is held at. */
	openCameraDevice: (name: string) => Promise<Device & { readonly camera: CameraBrowser }>;
}

export const test = base.extend<Fixtures>({
	openDevice: async ({ browser, baseURL, locale }, use) => {
		const own: BrowserContextOptions = { ...(baseURL && { baseURL }), ...(locale && { locale }) };
		const opened: { readonly context: BrowserContext; readonly watch: Watch }[] = [];
		await use(async (name, { browser: another, allow = [], ...options } = {}) => {
			const device = await deviceIn(another ?? browser, name, { ...own, ...options });
			allow.forEach((pattern) => device.watch.allow(pattern));
			opened.push(device);
			await startEmpty(device.page);
			return device;
		});
		for (const { context } of opened) await context.close();
		for (const { watch } of opened) expect(watch.faults).toEqual([]);
	},
	openCameraDevice: async ({ openDevice }, use) => {
		const cameras: CameraBrowser[] = [];
		await use(async (name) => {
			const camera = await CameraBrowser.open();
			cameras.push(camera);
			const device = await openDevice(name, { browser: camera.browser, permissions: ['camera'] });
			return { ...device, camera };
		});
		for (const camera of cameras) await camera.close();
	}
});

async function deviceIn(browser: Browser, name: string, options: BrowserContextOptions) {
	const context = await browser.newContext(options);
	const watch = watchContext(context);
	return { name, context, watch, page: await context.newPage() };
}
