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

const troubled = (error: unknown) => new KithError(troubleOf(error), String(error));

/**
 * A Kith to ask while it is still being opened. Questions and verbs wait for it; they reject with a `TroubleCode` when
 * it could not be opened, and with `slow` when it is not open after `limitMs`, though one that opens later still is.
 * Who watches waits as long as it takes, and is told by the status that it takes long.
 *
 * @param rescue answers what it can in place of a Kith that could not be opened
 */
export function lateKith(opening: Promise<Kith>, limitMs: number, rescue: Partial<Kith> = {}): Kith {
	let kith = new Promise<Kith>((resolve, reject) => {
		const timer = setTimeout(() => reject(new KithError('slow', `not open after ${limitMs} ms`)), limitMs);
		void opening.then(resolve, (error: unknown) => reject(troubled(error))).finally(() => clearTimeout(timer));
	});
	void opening.then(
		() => (kith = opening),
		() => undefined
	);
	// Whoever asks is told; with nobody asking, the failure is no error of its own.
	kith.catch(() => undefined);

	const watch: Kith['watch'] = async (...args) => {
		const opened = await opening.catch((error: unknown) => Promise.reject(troubled(error)));
		return opened.watch(...args);
	};
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
		opening.then(follow).catch(fail);
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
	const patient: Partial<Kith> = { watch, watchStatus };
	return new Proxy(patient as Kith, { get: (own, name: keyof Kith) => own[name] ?? ask(name) });
}
