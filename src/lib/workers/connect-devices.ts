import { proxy, releaseProxy, wrap, type Endpoint, type ProxyMethods } from 'comlink';
import type { Adding, Devices, Joining } from '$lib/devices';
import { servePageRtc } from '$lib/sync/connect/page-rtc';
import type { DevicesWish } from './devices-wish';
import { transferKithErrors } from './error-transfer';

/** What a worker keeps for the page until it is let go. */
const release = (remote: unknown): void => (remote as ProxyMethods)[releaseProxy]();

/** The owner's devices as they are reached in their worker, or at a port of one; `exposeDevices` is the other end. */
export function connectDevices(endpoint: Worker | Endpoint): Devices {
	transferKithErrors();
	const remote = wrap<Devices>(endpoint) as unknown as Devices;
	const own: Pick<Devices, 'watch' | 'add' | 'join'> = {
		watch: async (listener) => {
			const stop = await remote.watch(proxy(listener));
			return () => void (stop() as unknown as Promise<void>).then(() => release(stop));
		},
		add: async (way, name, listener) => addingAt(await remote.add(way, name, proxy(listener))),
		join: async (request, listener) => closable(await remote.join(request, proxy(listener)))
	};
	return new Proxy(remote, {
		get: (target, name: keyof Devices) => (name in own ? own[name as keyof typeof own] : target[name])
	});
}

/** A session is let go when it is closed, whether or not that went well. */
function closable(session: Joining): Joining {
	return { close: () => session.close().finally(() => release(session)) };
}

function addingAt(session: Adding): Adding {
	return {
		...closable(session),
		scanned: (text) => session.scanned(text),
		confirm: () => session.confirm(),
		decline: () => session.decline()
	};
}

/**
 * Has a document's thread open the owner's devices, which it then answers for at a port of their own; connections are
 * made by this page, since a thread cannot.
 */
export function startDevices(thread: Worker, addresses: Pick<DevicesWish, 'meetingPoint' | 'joinAddress'>): Devices {
	const [devices, rtc] = [new MessageChannel(), new MessageChannel()];
	servePageRtc(rtc.port1);
	const wish: DevicesWish = { type: 'kith-devices', devices: devices.port2, rtc: rtc.port2, ...addresses };
	thread.postMessage(wish, [wish.devices, wish.rtc]);
	return connectDevices(devices.port1);
}
