import { encodeQR } from 'qr';

/** White on every side without which readers miss a code, in its cells. */
const margin = 4;

export interface QrPath {
	/** Width and height of the drawing, in cells, its white margin included. */
	readonly size: number;
	/** Path data of the dark cells, as for `<path d>`. */
	readonly path: string;
}

/** A text as a QR code: every run of dark cells in a row is one bar. */
export function qrPath(text: string): QrPath {
	const rows = encodeQR(text, 'raw', { ecc: 'medium', border: margin });
	const bars = rows.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`));
	return { size: rows.length, path: bars.join('') };
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
	const runs: { from: number; length: number }[] = [];
	row.forEach((isDark, x) => {
		const last = runs.at(-1);
		if (!isDark) return;
		if (last && last.from + last.length === x) last.length++;
		else runs.push({ from: x, length: 1 });
	});
	return runs;
}
