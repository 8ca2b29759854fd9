import type { Problem, RawProperty } from '../imported';
import { bytesOf, decodeBytes } from './text';

/** A property, its value still as written. */
export type Property = RawProperty;

const nameShape = /^(?:([\w-]+)\.)?([\w-]+)$/;
/** Parameter values of vCard 2.1 that stand without a name and are no types. */
const encodings = /^(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT|B|Q)$/i;
const charsets = /^(?:UTF-?(?:8|16)|ISO-8859-\d+|WINDOWS-\d+)$/i;

/** `item1.TEL;TYPE=home;PREF:…`; null for a line that is no property. */
export function parseProperty(line: string, number: number): Property | null {
	const colon = colonAt(line);
	if (colon < 0) return null;
	const [head = '', ...rest] = splitUnquoted(line.slice(0, colon), ';');
	const named = nameShape.exec(head.trim());
	if (!named) return null;
	return {
		group: named[1] ?? '',
		name: (named[2] ?? '').toUpperCase(),
		params: rest.flatMap(paramsOf),
		value: line.slice(colon + 1),
		line: number
	};
}

/** The first colon outside quotation marks; where these do not match, the first at all. */
function colonAt(line: string): number {
	let quoted = false;
	for (let at = 0; at < line.length; at++) {
		const character = line[at];
		if (character === '"') quoted = !quoted;
		else if (character === ':' && !quoted) return at;
	}
	return quoted ? line.indexOf(':') : -1;
}

function splitUnquoted(text: string, separator: string): readonly string[] {
	if (!text.includes('"')) return text.split(separator);
	const parts: string[] = [];
	let quoted = false;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '"') quoted = !quoted;
		else if (text[at] === separator && !quoted) {
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	return [...parts, text.slice(start)];
}

function paramsOf(param: string): readonly (readonly [string, string])[] {
	const equals = param.indexOf('=');
	if (equals < 0) {
		const bare = param.trim();
		if (!bare) return [];
		if (encodings.test(bare)) return [['ENCODING', bare]];
		return [[charsets.test(bare) ? 'CHARSET' : 'TYPE', bare]];
	}
	const name = param.slice(0, equals).trim().toUpperCase();
	return splitUnquoted(param.slice(equals + 1), ',').flatMap((value) => {
		const plain = unquoted(value.trim());
		// A quoted list ("home,pref") is written by several programs where the values should be quoted one by one.
		return name === 'TYPE' ? plain.split(',').map((type) => [name, type.trim()] as const) : [[name, plain] as const];
	});
}

/** RFC 6868: `^n`, `^'` and `^^` within a parameter. */
const unquoted = (value: string) =>
	value
		.replace(/^"(.*)"$/s, '$1')
		.replace(/\^([n'^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'));

export const paramOf = (property: Property, name: string): string =>
	property.params.find(([other]) => other === name)?.[1] ?? '';

/** Lower case. */
export const typesOf = (property: Property): readonly string[] =>
	property.params.flatMap(([name, value]) => (name === 'TYPE' ? value.toLowerCase() : []));

export const isBase64 = (property: Property) => /^(?:b|base64)$/i.test(paramOf(property, 'ENCODING'));

/** The property with its value as text, out of quoted-printable, base64 and its charset. */
export function decoded(property: Property, binary: boolean, report: (problem: Problem) => void): Property {
	const { value, line } = property;
	const charset = paramOf(property, 'CHARSET');
	const decode = (bytes: Uint8Array) => decodeBytes(bytes, charset, (problem) => report({ ...problem, line }));
	if (/^(?:quoted-printable|q)$/i.test(paramOf(property, 'ENCODING')))
		return { ...property, value: decode(quotedPrintableBytes(value, binary)) };
	if (isBase64(property)) {
		const bytes = base64Bytes(value);
		return bytes ? { ...property, value: decode(bytes) } : property;
	}
	return binary ? { ...property, value: decode(bytesOf(value)) } : property;
}

const utf8 = new TextEncoder();

function quotedPrintableBytes(value: string, binary: boolean): Uint8Array {
	const written = binary ? bytesOf(value) : utf8.encode(value);
	const bytes = new Uint8Array(written.length);
	let length = 0;
	for (let at = 0; at < written.length; at++) {
		const hex = written[at] === 0x3d ? String.fromCharCode(written[at + 1] ?? 0, written[at + 2] ?? 0) : '';
		if (/^[0-9a-f]{2}$/i.test(hex)) {
			bytes[length++] = parseInt(hex, 16);
			at += 2;
		} else bytes[length++] = written[at] ?? 0;
	}
	return bytes.subarray(0, length);
}

/** Null when it is not base64 at all. */
export function base64Bytes(value: string): Uint8Array<ArrayBuffer> | null {
	const plain = value
		.replace(/[\s\\]+/g, '')
		.replace(/=+$/, '')
		.replace(/-/g, '+')
		.replace(/_/g, '/');
	if (!plain || /[^A-Za-z0-9+/]/.test(plain)) return null;
	// One character over is no byte: a file cut off there still has the rest.
	const usable = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
	return bytesOf(atob(usable));
}
