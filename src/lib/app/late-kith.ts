import { KithError, type Kith, type TroubleCode } from '$lib/kith';

const troubleCodes: readonly string[] = [
	'quota',
	'io',
	'closed',
	'open-failed',
	'blocked',
	'slow',
	'newer-document'
] satisfies TroubleCode[];
const isTrouble = (code: string): code is TroubleCode => troubleCodes.includes(code);

const troubleOf = (error: unknown): TroubleCode =>
	error instanceof KithError && isTrouble(error.code) ? error.code : 'open-failed';

/**
 * A Kith to ask while it is still being opened. Questions and verbs wait for it; they reject with a `TroubleCode` when
 * it could not be opened, and with `slow` when it is not open after `limitMs`, though one that opens later still is.
 *
 * @param rescue answers what it can in place of a Kith that could not be opened
 */
export function lateKith(opening: Promise<Kith>, limitMs: number, rescue: Partial<Kith> = {}): Kith {
	let kith = new Promise<Kith>((resolve, reject) => {
		const timer = setTimeout(() => reject(new KithError('slow', `not open after ${limitMs} ms`)), limitMs);
		const fail = (error: unknown) => reject(new KithError(troubleOf(error), String(error)));
		void opening.then(resolve, fail).finally(() => clearTimeout(timer));
	});
	void opening.then(
		() => (kith = opening),
		() => undefined
	);
	// Whoever asks is told; with nobody asking, the failure is no error of its own.
	kith.catch(() => undefined);

	const watchStatus: Kith['watchStatus'] = async (listener) => {
		listener({ state: 'opening' });
		let isStopped = false;
		let stop = () => {};
		const follow = async (opened: Kith) => {
			if (!isStopped) stop = await opened.watchStatus(listener);
			if (isStopped) stop();
		};
		const fail = (error: unknown) => {
			if (!isStopped) listener({ state: 'failed', reason: troubleOf(error) });
		};
		kith.catch(fail);
		void opening.then(follow, fail);
		return () => {
			isStopped = true;
			stop();
		};
	};

	const ask =
		(name: keyof Kith) =>
		async (...args: unknown[]): Promise<unknown> => {
			const answering = name in rescue ? await kith.catch(() => rescue) : await kith;
			const method = answering[name] as (...args: unknown[]) => Promise<unknown>;
			return method(...args);
		};
	return new Proxy({ watchStatus } as Kith, {
		get: (own, name: keyof Kith) => (name === 'watchStatus' ? own.watchStatus : ask(name))
	});
}
