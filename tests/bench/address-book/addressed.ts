import { fold } from '$lib/domain/fold';
import type { FullDraft } from './generate';

/** Someone whom a sentence or a search names without doubt. */
export interface Addressed {
	readonly name: string;
}

/** So many people of plain, unique names, spread over the book. */
export function addressedBy({ contacts }: FullDraft, count: number): Addressed[] {
	const bearers = new Map<string, number>();
	const nameOf = (contact: (typeof contacts)[number]) => `${contact.given} ${contact.family}`;
	for (const contact of contacts) bearers.set(fold(nameOf(contact)), (bearers.get(fold(nameOf(contact))) ?? 0) + 1);
	const unique = contacts.map(nameOf).filter((name) => bearers.get(fold(name)) === 1 && /^[^ -]+ [^ -]+$/.test(name));
	const step = Math.floor(unique.length / count);
	return unique.flatMap((name, index) => (index % step === 0 ? [{ name }] : [])).slice(0, count);
}
