/** Which rows a call of the bench asks for. */

/** A name stands for its row and for those that begin with it: `growth` for both of growth. */
export const isWanted = (row: string, names: readonly string[]): boolean =>
	names.length === 0 || names.some((name) => row === name || row.startsWith(`${name}-`));

/** The parts that measure the rows named, all when none is; null when a name is no row's. */
export function partsFor<Part extends { readonly rows: readonly string[] }>(
	names: readonly string[],
	among: readonly Part[]
): readonly Part[] | null {
	const rows = among.flatMap((part) => part.rows);
	if (names.some((name) => !rows.some((row) => isWanted(row, [name])))) return null;
	return among.filter((part) => part.rows.some((row) => isWanted(row, names)));
}
