import type { ContactDraft, ContactId } from '../domain/contact';
import { fold } from '../domain/fold';
import { displayName } from '../domain/names';
import type { Row } from '../domain/row';

/** Why an imported contact is taken or left by default; the owner may choose otherwise. */
export type Standing = 'new' | 'here' | 'twice' | 'group';

export interface Planned<Contact extends Importable> {
	readonly contact: Contact;
	/** `here`: already in Kith; `twice`: the same as one before it in the import; `group`: no person. */
	readonly standing: Standing;
	/** Whom it is the same as in Kith; empty unless `here`. */
	readonly knownAs: ContactId | '';
}

export interface Importable {
	readonly draft: ContactDraft;
	readonly name: string;
	readonly group: boolean;
}

export type ImportCounts = Readonly<Record<Standing, number>>;

/**
 * Sets what was read against who is there: the same are those with the same UID, or with the same name and an e-mail,
 * a phone or nothing to tell them apart. Likenesses less sure than these are left to the owner.
 *
 * @param uids of contacts in Kith that were imported once
 */
export function planImport<Contact extends Importable>(
	contacts: readonly Contact[],
	rows: Iterable<Row>,
	uids: ReadonlyMap<string, ContactId>
): readonly Planned<Contact>[] {
	const known = new Map<string, ContactId>();
	for (const { id, name, email, phone } of rows) for (const key of keysOf(name, [email], [phone])) known.set(key, id);
	const before = new Set<string>();
	return contacts.map((contact) => {
		const { draft, name, group } = contact;
		if (group) return { contact, standing: 'group', knownAs: '' };
		const values = (entries: ContactDraft['emails']) => (entries ?? []).map(({ value }) => value);
		const names = new Set([displayName(draft), name]);
		const keys = [...names].flatMap((each) => keysOf(each, values(draft.emails), values(draft.phones)));
		const uid = draft.uid ? `uid ${draft.uid}` : '';
		const knownAs = uids.get(draft.uid ?? '') ?? keys.map((key) => known.get(key)).find(Boolean) ?? '';
		const twice = uid ? before.has(uid) : keys.some((key) => before.has(key));
		for (const key of uid ? [uid] : keys) before.add(key);
		return { contact, standing: knownAs ? 'here' : twice ? 'twice' : 'new', knownAs };
	});
}

export function countStandings(planned: readonly { readonly standing: Standing }[]): ImportCounts {
	const counts = { new: 0, here: 0, twice: 0, group: 0 };
	for (const { standing } of planned) counts[standing]++;
	return counts;
}

/** Numbers are written with and without the country, so their last nine digits count. */
const phoneKey = (phone: string) => phone.replace(/\D/g, '').slice(-9);

function keysOf(name: string, emails: readonly string[], phones: readonly string[]): readonly string[] {
	const folded = fold(name);
	if (!folded) return [];
	const ways = [...emails.map((email) => fold(email)), ...phones.map(phoneKey)].filter(Boolean);
	return ways.length ? ways.map((way) => `${folded}\n${way}`) : [`${folded}\n`];
}
