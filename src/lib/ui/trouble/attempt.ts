import { isNotStoredYet, reasonInWords } from '$lib/i18n/trouble';
import * as m from '$lib/paraglide/messages';
import { toastTrouble } from '$lib/ui/toasts';

/** Says why something failed. */
export function sayWhy(failure: unknown): Promise<void> {
	const reason = reasonInWords(failure);
	return toastTrouble(isNotStoredYet(failure) ? m.trouble_not_stored_yet({ reason }) : m.trouble_not_done({ reason }));
}

/** Waits for a verb; when it fails, says why. Undefined then. */
export async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
	try {
		return await work;
	} catch (failure) {
		await sayWhy(failure);
		return undefined;
	}
}

/**
 * Waits for a change; false when it was refused, so that what was typed may stay. True also when it is made and only
 * waits for the disk: typed again, it would be there twice. Either is said.
 */
export async function wasMade(change: Promise<unknown>): Promise<boolean> {
	try {
		await change;
		return true;
	} catch (failure) {
		await sayWhy(failure);
		return isNotStoredYet(failure);
	}
}
