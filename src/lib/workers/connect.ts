import { proxy, releaseProxy, wrap, type Endpoint, type ProxyMethods } from 'comlink';
import { KithError, type Kith } from '$lib/kith';
import { transferKithErrors } from './error-transfer';

/** How long the worker may take to start and answer at all; from then on it is the one to say what is slow. */
const startLimitMs = 4_900;

/** The document as it is reached in its worker, or at a port of one. */
export function connectKith(endpoint: Worker | Endpoint): Kith {
	transferKithErrors();
	const remote = wrap<Kith>(endpoint) as unknown as Kith;
	const broken = new Promise<never>((_, reject) => {
		endpoint.addEventListener('error', () => reject(new KithError('open-failed', 'the document worker did not start')));
	});
	const silence = new Promise<never>((_, reject) => {
		const timer = setTimeout(() => reject(new KithError('slow', 'the document worker does not answer')), startLimitMs);
		const heard = () => {
			clearTimeout(timer);
			endpoint.removeEventListener('message', heard);
		};
		endpoint.addEventListener('message', heard);
	});
	const dead = Promise.race([broken, silence]);
	dead.catch(() => undefined);

	/** The worker keeps a listener until its stop is called; the proxy of the stop is let go with it. */
	const stopOf = (stop: () => void) => () => {
		void (stop() as unknown as Promise<void>).then(() => (stop as unknown as ProxyMethods)[releaseProxy]());
	};
	const own: Pick<Kith, 'ready' | 'watch' | 'watchStatus' | 'bringIn'> = {
		ready: () => Promise.race([remote.ready(), dead]),
		watch: async (listener, seenMark) => stopOf(await Promise.race([remote.watch(proxy(listener), seenMark), dead])),
		watchStatus: async (listener) => stopOf(await Promise.race([remote.watchStatus(proxy(listener)), dead])),
		bringIn: (draft, origin, onProgress) => remote.bringIn(draft, origin, proxy(onProgress))
	};
	return new Proxy(remote, {
		get: (target, name: keyof Kith) => (name in own ? own[name as keyof typeof own] : target[name])
	});
}
