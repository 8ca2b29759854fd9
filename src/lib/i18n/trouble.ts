import { KithError } from '$lib/kith';
import * as m from '$lib/paraglide/messages';

/** Why something failed, to stand after a colon. Errors that crossed a thread keep their `code`, not their class. */
export function reasonInWords(reason: unknown): string {
	const code = reason instanceof KithError ? reason.code : (reason as { code?: unknown } | null)?.code;
	return m.trouble_reason({ code: typeof code === 'string' ? code : 'unknown' });
}
