import type { SearchEntry } from './entry';
import type { Snippet } from './result';

/** A phone typed as it may be: at least three digits, and nothing but what stands in a phone. */
const phone = /^[+(]?[\d\s().\-/+]{2,}$/;

/** The digits to look for; empty when it is no phone. */
export function phoneTyped(text: string): string {
	const typed = text.trim();
	const digits = typed.replace(/\D/g, '');
	if (digits.length < 3 || !phone.test(typed)) return '';
	// 0033… and +33… are one number, and within the country 0….
	return digits.replace(/^00/, '').replace(/^0/, '');
}

/** Where a contact is reached by what was typed: any part of a phone, the beginning of an e-mail or of its host. */
export function reachSnippet({ phones, emails }: SearchEntry, digits: string, email: string): Snippet | null {
	for (const text of digits ? phones : []) {
		const marks = digitMark(text, digits);
		if (marks) return { field: 'phone', text, marks: [marks] };
	}
	for (const text of email ? emails : []) {
		const from = text.toLowerCase().indexOf(email);
		if (from === 0 || (from > 0 && email.startsWith('@')) || (from > 0 && /[@.\-_+]/.test(text[from - 1] ?? '')))
			return { field: 'email', text, marks: [[from, from + email.length]] };
	}
	return null;
}

/** The stretch of a written phone in which these digits follow each other. */
function digitMark(text: string, digits: string): readonly [number, number] | null {
	const places: number[] = [];
	let plain = '';
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at) - 48;
		if (code < 0 || code > 9) continue;
		plain += text[at];
		places.push(at);
	}
	const found = plain.indexOf(digits);
	if (found < 0) return null;
	return [places[found] ?? 0, (places[found + digits.length - 1] ?? 0) + 1];
}
