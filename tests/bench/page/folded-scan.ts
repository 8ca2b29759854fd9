let texts: readonly string[] = [];

/** Fetches what is searched, one text for each contact and interaction; gives how many. */
export async function fetchTexts(): Promise<number> {
	texts = (await (await fetch('/bench/texts')).json()) as string[];
	return texts.length;
}

const folded = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase();

/**
 * The plainest search there is: every text folded and looked through for the exact words. Milliseconds per query, and
 * how many texts were found in all.
 */
export function foldedScan(queries: readonly string[]): { ms: number[]; found: number } {
	let found = 0;
	const ms = queries.map((query) => {
		const start = performance.now();
		const wanted = folded(query);
		found += texts.filter((text) => folded(text).includes(wanted)).length;
		return performance.now() - start;
	});
	return { ms, found };
}
