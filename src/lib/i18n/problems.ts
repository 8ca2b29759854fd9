import type { Problem } from '$lib/formats/imported';
import * as m from '$lib/paraglide/messages';

/** Why a line or a file was not, or not wholly, understood. */
export function problemInWords({ code, params = {} }: Problem): string {
	const { text = '', name = '', charset = '', max = '', maxMegabytes = '' } = params;
	return m.import_problem({ code, text, name: name || m.import_someone(), charset, max, maxMegabytes });
}
