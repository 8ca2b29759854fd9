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
			dead = broken;
		};
		endpoint.addEventListener('message', heard);
	});
	/** Of a worker that answers after all, no silence is held against it. */
	let dead = Promise.race([broken, silence]);
	for (const one of [broken, silence, dead]) one.catch(() => undefined);

	/** The worker keeps a listener until its stop is called; the proxy of the stop is let go with it. */
	const stopOf = (stop: () => void) => () => {
		void (stop() as unknown as Promise<void>).then(() => (stop as unknown as ProxyMethods)[releaseProxy]());
	};
	const own: Pick<Kith, 'ready' | 'watch' | 'watchStatus' | 'bringIn'> = {
		ready: () => Promise.race([remote.ready(), dead]),
		// Whoever watches joins when the worker answers after all; until then the status says that it is slow.
		watch: async (listener, seenMark) => stopOf(await Promise.race([remote.watch(proxy(listener), seenMark), broken])),
		watchStatus: async (listener) => {
			silence.catch(() => listener({ state: 'failed', reason: 'slow' }));
			return stopOf(await Promise.race([remote.watchStatus(proxy(listener)), broken]));
		},
		bringIn: (draft, origin, onProgress) => remote.bringIn(draft, origin, proxy(onProgress))
	};
	return new Proxy(remote, {
		get: (target, name: keyof Kith) => (name in own ? own[name as keyof typeof own] : target[name])
	});
}
