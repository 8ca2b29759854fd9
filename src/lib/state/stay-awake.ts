import type { Devices } from '$lib/devices';

/**
 * Tells the devices when the app is looked at again, and when the network comes and goes, or the app is left: a phone that slept does not
 * wait for the next attempt. The answer ends it.
 */
export function stayAwake(
	devices: Pick<Devices, 'wake' | 'sleep' | 'leave'>,
	page: Window,
	failed: (reason: unknown) => void
) {
	const listening = new AbortController();
	const { signal } = listening;
	const wake = () => void devices.wake().catch(failed);
	page.addEventListener('online', wake, { signal });
	page.addEventListener('offline', () => void devices.sleep().catch(failed), { signal });
	page.addEventListener('pageshow', ({ persisted }) => persisted && wake(), { signal });
	const turned = () => void (page.document.hidden ? devices.leave() : devices.wake()).catch(failed);
	page.document.addEventListener('visibilitychange', turned, { signal });
	page.addEventListener('pagehide', () => void devices.leave().catch(failed), { signal });
	return () => listening.abort();
}
