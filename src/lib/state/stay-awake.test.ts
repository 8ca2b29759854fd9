import { expect, test } from 'vitest';
import { stayAwake } from './stay-awake';
import { TestDevices } from './test-devices';

/** A window in which things happen when a test says so. */
class TestWindow extends EventTarget {
	readonly document = Object.assign(new EventTarget(), { hidden: false });
	shown(persisted: boolean) {
		this.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
	}
}

test('the devices hear when the app is looked at, and of the network, until the page is left', () => {
	const [devices, page] = [new TestDevices(), new TestWindow()];
	const stop = stayAwake(devices, page as unknown as Window, () => undefined);
	page.dispatchEvent(new Event('offline'));
	page.dispatchEvent(new Event('online'));
	page.document.dispatchEvent(new Event('visibilitychange'));
	page.shown(false);
	page.shown(true);
	page.document.hidden = true;
	page.document.dispatchEvent(new Event('visibilitychange'));
	page.dispatchEvent(new Event('pagehide'));
	expect(devices.told).toEqual(['sleep', 'wake', 'wake', 'wake', 'leave', 'leave']);
	stop();
	page.dispatchEvent(new Event('online'));
	expect(devices.told).toHaveLength(6);
});
