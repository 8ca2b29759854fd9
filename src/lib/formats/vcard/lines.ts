/** A line as it lies in the file, or several that were one before they were folded. */
export interface Line {
	readonly text: string;
	/** From 1. */
	readonly number: number;
	/** Where in the text the next line begins, for progress. */
	readonly end: number;
}

/** Line ends are LF, CRLF or CR, whichever old program wrote them, mixed as they may be. */
function* physicalLines(text: string): Generator<Line> {
	let number = 1;
	let start = 0;
	while (start < text.length) {
		let end = start;
		for (; end < text.length; end++) {
			const code = text.charCodeAt(end);
			if (code === 10 || code === 13) break;
		}
		const next = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
		yield { text: text.slice(start, end), number, end: next };
		number++;
		start = next;
	}
}

const header = /^[^:]*[:]/;
const quotedPrintable = /[;=]QUOTED-PRINTABLE/i;
const base64 = /[;=](?:BASE64|B)(?=[;:,])/i;
const base64Line = /^[A-Za-z0-9+/]+={0,2}$/;
const delimiter = /^\s*(?:BEGIN|END)\s*:\s*VCARD\s*$/i;

const headOf = (line: string) => header.exec(line.length > 512 ? line.slice(0, 512) : line)?.[0] ?? '';

/**
 * Lines put together again: folded ones (RFC 6350, 3.2), the soft line breaks of quoted-printable, and base64 that
 * an old program broke without folding it. The end of a card ends them all.
 */
export function* logicalLines(text: string): Generator<Line> {
	let held: { parts: string[]; number: number; end: number; soft: boolean; binary: boolean } | null = null;
	const whole = (): Line => ({ text: held?.parts.join('') ?? '', number: held?.number ?? 0, end: held?.end ?? 0 });
	for (const { text: line, number, end } of physicalLines(text)) {
		if (held && !delimiter.test(line)) {
			if (held.soft) {
				held.parts.push(line.endsWith('=') ? line.slice(0, -1) : line);
				held.soft = line.endsWith('=');
				held.end = end;
				continue;
			}
			const folded = line.startsWith(' ') || line.startsWith('\t');
			if (folded || (held.binary && base64Line.test(line))) {
				held.parts.push(held.binary ? line.trim() : line.slice(1));
				held.end = end;
				continue;
			}
		}
		if (held) yield whole();
		const head = headOf(line);
		const soft = line.endsWith('=') && quotedPrintable.test(head);
		held = {
			parts: [soft ? line.slice(0, -1) : line],
			number,
			end,
			soft,
			binary: base64.test(head)
		};
	}
	if (held) yield whole();
}
