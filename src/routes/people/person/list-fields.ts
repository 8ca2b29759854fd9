/** The fields of a contact that hold many entries, as forms ask for them. */
import type { ContactLists } from '$lib/domain/contact';
import { formatPartialDate } from '$lib/i18n/dates';
import * as m from '$lib/paraglide/messages';

/** Lists whose entries are edited alike: a label, and one part or more. Tags and "next time" have looks of their own. */
export type ListKey = Exclude<keyof ContactLists, 'tags' | 'nextTime'>;
export type ListEntry<L extends ListKey = ListKey> = ContactLists[L][number];

export interface Part {
	readonly key: string;
	readonly label: () => string;
	readonly type?: 'email' | 'tel' | 'url' | 'date' | 'text';
	/** Known words, with which one may still disagree. */
	readonly choices?: readonly { readonly value: string; readonly label: () => string }[];
}

export interface ListField {
	readonly key: ListKey;
	readonly title: () => string;
	/** What its button says: "Add email". */
	readonly add: () => string;
	/** One in words, for "Remove …" and the like. */
	readonly one: () => string;
	readonly labels: readonly string[];
	readonly parts: readonly Part[];
	readonly canPrefer: boolean;
}

const place = ['home', 'work', 'other'] as const;

/** Labels that Kith knows, in words; any other label is the owner's own. */
const labelWords: ReadonlyMap<string, () => string> = new Map([
	['home', m.label_home],
	['work', m.label_work],
	['mobile', m.label_mobile],
	['other', m.label_other],
	['main', m.label_main],
	['fax', m.label_fax],
	['pager', m.label_pager],
	['school', m.label_school],
	['blog', m.label_blog],
	['anniversary', m.label_anniversary],
	['nameday', m.label_nameday],
	['met', m.label_met]
]);

export const labelInWords = (label: string): string => labelWords.get(label.toLowerCase())?.() ?? label;

const brand = (name: string) => () => name;
const brands: ReadonlyMap<string, string> = new Map([
	['instagram', 'Instagram'],
	['linkedin', 'LinkedIn'],
	['facebook', 'Facebook'],
	['mastodon', 'Mastodon'],
	['bluesky', 'Bluesky'],
	['x', 'X'],
	['github', 'GitHub'],
	['youtube', 'YouTube'],
	['whatsapp', 'WhatsApp'],
	['signal', 'Signal'],
	['telegram', 'Telegram'],
	['messenger', 'Messenger'],
	['matrix', 'Matrix'],
	['discord', 'Discord']
]);
const choices = (...keys: readonly string[]) =>
	keys.map((value) => ({ value, label: brand(brands.get(value) ?? value) }));

export const serviceInWords = (service: string): string => brands.get(service.toLowerCase()) ?? service;

export const listFields: readonly ListField[] = [
	{
		key: 'phones',
		title: m.list_phones,
		add: m.list_phones_add,
		one: m.list_phones_one,
		labels: ['mobile', ...place, 'main', 'fax'],
		parts: [{ key: 'value', label: m.field_phone, type: 'tel' }],
		canPrefer: true
	},
	{
		key: 'emails',
		title: m.list_emails,
		add: m.list_emails_add,
		one: m.list_emails_one,
		labels: place,
		parts: [{ key: 'value', label: m.field_email, type: 'email' }],
		canPrefer: true
	},
	{
		key: 'addresses',
		title: m.list_addresses,
		add: m.list_addresses_add,
		one: m.list_addresses_one,
		labels: place,
		parts: [
			{ key: 'street', label: m.field_street },
			{ key: 'postcode', label: m.field_postcode },
			{ key: 'city', label: m.field_city },
			{ key: 'region', label: m.field_region },
			{ key: 'country', label: m.field_country }
		],
		canPrefer: true
	},
	{
		key: 'messengers',
		title: m.list_messengers,
		add: m.list_messengers_add,
		one: m.list_messengers_one,
		labels: place,
		parts: [
			{
				key: 'service',
				label: m.field_service,
				choices: choices('whatsapp', 'signal', 'telegram', 'messenger', 'matrix', 'discord')
			},
			{ key: 'value', label: m.field_account }
		],
		canPrefer: true
	},
	{
		key: 'websites',
		title: m.list_websites,
		add: m.list_websites_add,
		one: m.list_websites_one,
		labels: [...place, 'blog'],
		parts: [{ key: 'value', label: m.field_website, type: 'url' }],
		canPrefer: false
	},
	{
		key: 'profiles',
		title: m.list_profiles,
		add: m.list_profiles_add,
		one: m.list_profiles_one,
		labels: place,
		parts: [
			{
				key: 'service',
				label: m.field_service,
				choices: choices('instagram', 'linkedin', 'facebook', 'mastodon', 'bluesky', 'x', 'github', 'youtube')
			},
			{ key: 'value', label: m.field_account }
		],
		canPrefer: false
	},
	{
		key: 'dates',
		title: m.list_dates,
		add: m.list_dates_add,
		one: m.list_dates_one,
		labels: ['anniversary', 'nameday', 'met'],
		parts: [{ key: 'date', label: m.field_date, type: 'date' }],
		canPrefer: false
	}
];

/** An entry while it is edited: its label and parts as texts. */
export type EntryDraft = { readonly label: string; readonly preferred?: boolean } & Readonly<
	Record<string, string | boolean | undefined>
>;

const textOf = (entry: object, key: string): string => {
	const value = (entry as Readonly<Record<string, unknown>>)[key];
	return typeof value === 'string' ? value : '';
};

export function draftOf(field: ListField, entry: object = {}): EntryDraft {
	const parts = Object.fromEntries(field.parts.map(({ key }) => [key, textOf(entry, key)]));
	const preferred = (entry as { preferred?: boolean }).preferred === true;
	return { label: textOf(entry, 'label'), ...parts, ...(preferred ? { preferred } : {}) };
}

/** Without loose spaces, or null when nothing is said but a label or a service. */
export function entryOf(field: ListField, draft: EntryDraft): Omit<ListEntry, 'id'> | null {
	const isSaid = field.parts.some((part) => !part.choices && textOf(draft, part.key).trim());
	if (!isSaid) return null;
	const trimmed = Object.fromEntries(
		['label', ...field.parts.map(({ key }) => key)].map((key) => [key, textOf(draft, key).trim()])
	);
	// The parts of a field are those of its entries: `list-fields.test.ts` holds them together.
	return { ...trimmed, ...(draft.preferred ? { preferred: true } : {}) } as unknown as Omit<ListEntry, 'id'>;
}

/** An entry on one line. */
export function entryInWords(field: ListField, entry: object): string {
	if (field.key === 'dates') return formatPartialDate(textOf(entry, 'date'));
	if (field.key === 'addresses') {
		const town = [textOf(entry, 'postcode'), textOf(entry, 'city')].filter(Boolean).join(' ');
		return [textOf(entry, 'street'), town, textOf(entry, 'region'), textOf(entry, 'country')]
			.filter(Boolean)
			.join(', ');
	}
	return textOf(entry, 'value');
}

/** What stands beside an entry: its service, its label. */
export function entryAside(entry: object): string {
	const service = textOf(entry, 'service');
	return [service && serviceInWords(service), labelInWords(textOf(entry, 'label'))].filter(Boolean).join(' · ');
}
