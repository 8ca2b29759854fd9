/** What a transaction of `idb` and its requests have in common. */
interface Transaction {
	readonly done: Promise<void>;
	readonly error: DOMException | null;
	abort(): void;
	commit(): void;
}

type Request<T> = () => Promise<T>;

/**
 * Sends all requests at once and waits until the transaction is complete, that is durable when it is strict. When one
 * fails nothing of it is stored, and the rejection carries the transaction's own reason, such as
 * `QuotaExceededError`, rather than the `AbortError` of a request that went down with it.
 */
export async function finished<T extends readonly unknown[]>(
	transaction: Transaction,
	...requests: { readonly [K in keyof T]: Request<T[K]> }
): Promise<T> {
	const sent: Promise<unknown>[] = [];
	try {
		for (const request of requests) sent.push(request());
		transaction.commit();
		const results = await Promise.all(sent);
		await transaction.done;
		return results as unknown as T;
	} catch (cause) {
		abort(transaction);
		await Promise.allSettled([...sent, transaction.done]);
		throw transaction.error ?? cause;
	}
}

/** Aborts unless it is over already, which is what the exception says. */
function abort(transaction: Transaction): void {
	try {
		transaction.abort();
	} catch {
		return;
	}
}

/** Its failure is told by whoever waits for it, not as an unhandled rejection besides. */
export function quiet<T extends Transaction>(transaction: T): T {
	transaction.done.catch(() => transaction.error);
	return transaction;
}
