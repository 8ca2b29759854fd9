import type { Problem } from '../imported';

/**
 * A file's text. Where `binary`, every character is one byte, to be decoded value by value: an old phone writes each
 * in a charset that its own parameter names.
 */
export interface SourceText {
	readonly text: string;
	readonly binary: boolean;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

export function sourceTextOf(file: Uint8Array): SourceText {
	const marked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
	const bytes = marked ? file.subarray(3) : file;
	const wide = wideCharset(bytes);
	if (wide) return { text: new TextDecoder(wide).decode(bytes), binary: false };
	try {
		return { text: strictUtf8.decode(bytes), binary: false };
	} catch {
		return { text: binaryText(bytes), binary: true };
	}
}

/** UTF-16 by its mark, or by every other byte of "BEGIN:VCARD" being 0. */
function wideCharset(bytes: Uint8Array): string {
	const [a, b] = bytes;
	if ((a === 0xff && b === 0xfe) || (b === 0 && a !== 0)) return 'utf-16le';
	return (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined) ? 'utf-16be' : '';
}

const chunk = 0x8000;

function binaryText(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += chunk) parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
	return parts.join('');
}

export const bytesOf = (binary: string) => Uint8Array.from(binary, (byte) => byte.charCodeAt(0));

/** Text of bytes: by the charset named, else UTF-8 when it is that, else Windows-1252, which reads anything. */
export function decodeBytes(
	bytes: Uint8Array,
	charset: string,
	report: (problem: Omit<Problem, 'line'>) => void
): string {
	if (charset) {
		try {
			return new TextDecoder(charset).decode(bytes);
		} catch {
			report({ code: 'unknown-charset', params: { charset } });
		}
	}
	try {
		return strictUtf8.decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
