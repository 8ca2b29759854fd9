/** What separates the parts of a structured value, and what stands for itself behind a backslash. */

/** vCard 2.1 knows no escapes but these; its `C:\new` is a path. */
const old = /\\([;,:\\])/g;
const escaped = /\\([\s\S])/g;

export function unescaped(value: string, version: string): string {
	if (!value.includes('\\')) return value;
	if (version === '2.1') return value.replace(old, '$1');
	return value.replace(escaped, (_, character: string) => (/[nN]/.test(character) ? '\n' : character));
}

/** Parts of a value, unescaped, split where `separator` stands without a backslash. */
export function partsOf(value: string, separator: ';' | ',', version: string): readonly string[] {
	if (!value.includes(separator)) return [unescaped(value, version).trim()];
	const parts: string[] = [];
	let start = 0;
	for (let at = 0; at < value.length; at++) {
		if (value[at] === '\\') at++;
		else if (value[at] === separator) {
			parts.push(value.slice(start, at));
			start = at + 1;
		}
	}
	parts.push(value.slice(start));
	return parts.map((part) => unescaped(part, version).trim());
}

/** Parts as written, to be split once more. */
export function rawPartsOf(value: string): readonly string[] {
	return value.match(/(?:\\[\s\S]|[^;\\])*(?:;|$)/g)?.map((part) => part.replace(/;$/, '')) ?? [];
}
