import { KithError } from '$lib/kith';

/** What a failed write is called on screen; the names are those of the IndexedDB specification. */
export function asWriteError(cause: unknown): KithError & { code: 'quota' | 'io' | 'closed' } {
	const { name, message } =
		cause instanceof Error || cause instanceof DOMException ? cause : { name: '', message: String(cause) };
	const code = cause instanceof KithError ? cause.code : codes.get(name);
	return new KithError(code === 'quota' || code === 'closed' ? code : 'io', message) as KithError & {
		code: 'quota' | 'io' | 'closed';
	};
}

const codes: ReadonlyMap<string, 'quota' | 'closed'> = new Map([
	['QuotaExceededError', 'quota'],
	['InvalidStateError', 'closed'],
	['AbortError', 'closed']
]);
