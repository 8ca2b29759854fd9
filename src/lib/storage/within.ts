import { KithError, type TroubleCode } from '$lib/kith';

/** The work's outcome, or a rejection with `code` once `limitMs` have passed. The work itself goes on. */
export async function within<T>(limitMs: number, code: TroubleCode, work: Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new KithError(code, `no answer within ${limitMs} ms`)), limitMs);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
