import { reasonInWords } from '$lib/i18n/trouble';
import * as m from '$lib/paraglide/messages';
import { toastTrouble } from '$lib/ui/toasts';

/** Waits for a verb; when it fails, says why. Undefined then. */
export async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
	try {
		return await work;
	} catch (reason) {
		await toastTrouble(m.trouble_not_done({ reason: reasonInWords(reason) }));
		return undefined;
	}
}
