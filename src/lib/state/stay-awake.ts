import type { Devices } from '$lib/devices';

/**
 * Tells the devices when the app is looked at again, and when the network comes and goes: a phone that slept does not
 * wait for the next attempt. The answer ends it.
 */
export function stayAwake(devices: Pick<Devices, 'wake' | 'sleep'>, page: Window, failed: (reason: unknown) => void) {
	const listening = new AbortController();
	const { signal } = listening;
	const wake = () => void devices.wake().catch(failed);
	page.addEventListener('online', wake, { signal });
	page.addEventListener('offline', () => void devices.sleep().catch(failed), { signal });
	page.addEventListener('pageshow', ({ persisted }) => persisted && wake(), { signal });
	page.document.addEventListener('visibilitychange', () => !page.document.hidden && wake(), { signal });
	return () => listening.abort();
}
