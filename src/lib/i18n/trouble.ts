import { KithError } from '$lib/kith';
import * as m from '$lib/paraglide/messages';

/** Errors that crossed a thread keep their `code`, not their class. */
function codeOf(failure: unknown): string {
	const code = failure instanceof KithError ? failure.code : (failure as { code?: unknown } | null)?.code;
	return typeof code === 'string' ? code : 'unknown';
}

/** Why something failed, to stand after a colon. */
export const reasonInWords = (failure: unknown): string => m.trouble_reason({ code: codeOf(failure) });

/** Whether a change was made all the same, and lies in memory until the disk takes it. */
export const isNotStoredYet = (failure: unknown): boolean => ['quota', 'io', 'closed'].includes(codeOf(failure));
