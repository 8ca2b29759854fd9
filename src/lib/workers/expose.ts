import { expose, proxy, type Endpoint } from 'comlink';
import type { Kith } from '$lib/kith';
import { transferKithErrors } from './error-transfer';

/** Answers at an endpoint as this Kith; `connectKith` is the other end. */
export function exposeKith(kith: Kith, endpoint: Endpoint): void {
	transferKithErrors();
	const watched: Pick<Kith, 'watch' | 'watchStatus'> = {
		watch: async (...args) => proxy(await kith.watch(...args)),
		watchStatus: async (...args) => proxy(await kith.watchStatus(...args))
	};
	const exposed = new Proxy(kith, {
		get: (target, name: keyof Kith) => (name === 'watch' || name === 'watchStatus' ? watched[name] : target[name])
	});
	expose(exposed, endpoint);
}

/** Answers everything that is asked at an endpoint with why it cannot be done. */
export function exposeFailure(reason: unknown, endpoint: MessagePort): void {
	const fail = () => Promise.reject(reason instanceof Error ? reason : new Error(String(reason)));
	expose(new Proxy({}, { get: () => fail }), endpoint);
}
