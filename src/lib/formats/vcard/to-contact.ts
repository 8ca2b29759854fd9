import type { ContactTexts } from '../../domain/contact';
import { displayName } from '../../domain/names';
import type { ImportedContact, Problem } from '../imported';
import { accountOf } from './accounts';
import { dateOf } from './birthday';
import { CardLines, photoLine } from './card-lines';
import type { Card } from './cards';
import { DraftBuilder } from './draft';
import { groupLabelsOf, labelOf, preferenceOf } from './labels';
import { nicknameIn, partsOfN, partsOfName, shownName } from './names';
import { maxPhotoMegabytes, photoOf, type FoundPhoto } from './photo';
import { decoded, isBase64, paramOf, typesOf, type Property } from './property';
import { partsOf, unescaped } from './values';

/** What a card's properties are read with. */
interface Reading {
	readonly draft: DraftBuilder;
	readonly version: string;
	readonly groupLabels: ReadonlyMap<string, string>;
	readonly unread: (property: Property) => void;
	/** What has no place here stays as a line. */
	readonly keep: (property: Property) => void;
}

type Reader = (property: Property, reading: Reading) => void;

/** Google puts them around phones, so that they read left to right in any script. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const textOf = (property: Property, { version }: Reading) =>
	unescaped(property.value, version).replace(/\r\n?/g, '\n').trim();
const toText =
	(field: keyof ContactTexts): Reader =>
	(property, reading) => {
		if (!reading.draft.set(field, textOf(property, reading).replace(/\s+/g, ' '))) reading.keep(property);
	};

const toLabelled =
	(list: 'emails' | 'phones' | 'websites', scheme: RegExp): Reader =>
	(property, reading) => {
		const value = textOf(property, reading).replace(directionMarks, '').replace(scheme, '').trim();
		const label = labelOf(property, reading.groupLabels);
		if (value) reading.draft.add(list, { label, value }, preferenceOf(property));
	};

const toDate =
	(label: string): Reader =>
	(property, reading) => {
		const date = dateOf(property);
		const named = label || labelOf(property, reading.groupLabels);
		if (date) reading.draft.add('dates', { label: named, date });
		else if (property.value.trim()) reading.unread(property);
	};

const toAccount: Reader = (property, reading) => {
	const found = accountOf(property, textOf(property, reading));
	const label = labelOf(property, reading.groupLabels);
	const own = label === found?.account.service ? '' : label;
	if (!found) reading.keep(property);
	else reading.draft.add(found.list, { ...found.account, label: own }, preferenceOf(property));
};

const toAddress: Reader = (property, reading) => {
	const [box = '', extended = '', street = '', city = '', region = '', postcode = '', country = ''] = partsOf(
		property.value,
		';',
		reading.version
	);
	const lines = [box, extended, street].filter(Boolean).join('\n');
	if (![lines, city, region, postcode, country].some(Boolean)) return;
	const label = labelOf(property, reading.groupLabels);
	reading.draft.add('addresses', { label, street: lines, city, region, postcode, country }, preferenceOf(property));
};

const toDeceased: Reader = (property, { draft }) => draft.set('deceased', dateOf(property) || 'yes');

/** `vnd.android.cursor.item/nickname;Bob;…`: what Android has no property for. */
const toAndroid: Reader = (property, reading) => {
	const [kind = '', value = '', type = '', label = ''] = partsOf(property.value, ';', reading.version);
	if (kind.endsWith('/nickname')) reading.draft.set('nickname', value);
	if (!kind.endsWith('/contact_event')) return;
	const date = dateOf({ ...property, value });
	if (!date) reading.unread(property);
	else if (type === '3') reading.draft.set('birthday', date);
	else reading.draft.add('dates', { label: type === '1' ? 'anniversary' : label, date });
};

const readers: ReadonlyMap<string, Reader> = new Map(
	Object.entries<Reader>({
		NICKNAME: (property, reading) =>
			reading.draft.set('nickname', partsOf(property.value, ',', reading.version).filter(Boolean).join(', ')),
		'X-NICKNAME': toText('nickname'),
		'X-MAIDENNAME': toText('maiden'),
		'X-PHONETIC-FIRST-NAME': toText('phoneticGiven'),
		'X-PHONETIC-MIDDLE-NAME': toText('phoneticMiddle'),
		'X-PHONETIC-LAST-NAME': toText('phoneticFamily'),
		PRONOUNS: toText('pronouns'),
		'X-PRONOUNS': toText('pronouns'),
		ORG: (property, reading) => {
			const [organization = '', ...departments] = partsOf(property.value, ';', reading.version);
			if (!reading.draft.set('organization', organization)) reading.keep(property);
			reading.draft.set('department', departments.filter(Boolean).join(', '));
		},
		'X-DEPARTMENT': toText('department'),
		TITLE: toText('title'),
		ROLE: toText('title'),
		EMAIL: toLabelled('emails', /^mailto:/i),
		TEL: toLabelled('phones', /^tel:/i),
		URL: toLabelled('websites', /^(?!)/),
		ADR: toAddress,
		IMPP: toAccount,
		'X-SOCIALPROFILE': toAccount,
		SOCIALPROFILE: toAccount,
		BDAY: (property, reading) => {
			const date = dateOf(property);
			reading.draft.set('birthday', date);
			if (!date && property.value.trim()) reading.unread(property);
		},
		ANNIVERSARY: toDate('anniversary'),
		'X-ANNIVERSARY': toDate('anniversary'),
		'X-EVOLUTION-ANNIVERSARY': toDate('anniversary'),
		'X-KADDRESSBOOK-X-ANNIVERSARY': toDate('anniversary'),
		'X-MS-ANNIVERSARY': toDate('anniversary'),
		'X-OUTLOOK-WEDDING-ANNIVERSARY': toDate('anniversary'),
		'X-ABDATE': toDate(''),
		DEATHDATE: toDeceased,
		'X-DEATHDATE': toDeceased,
		LANG: toText('language'),
		CATEGORIES: (property, reading) => {
			for (const name of partsOf(property.value, ',', reading.version)) if (name) reading.draft.add('tags', { name });
		},
		NOTE: (property, reading) => reading.draft.addNote(textOf(property, reading)),
		UID: (property, reading) => reading.draft.set('uid', textOf(property, reading).replace(/^urn:uuid:/i, '')),
		'X-ANDROID-CUSTOM': toAndroid
	})
);

/** The contact that a card tells of. `binary` as in `SourceText`. */
export function contactOf(card: Card, binary: boolean, report: (problem: Problem) => void): ImportedContact {
	const photos = card.properties.filter(({ name }) => name === 'PHOTO');
	const properties = card.properties
		.filter(({ name }) => name !== 'PHOTO')
		.map((property) => decoded(property, binary, report));
	const version = properties.find(({ name }) => name === 'VERSION')?.value.trim() ?? '';
	const draft = new DraftBuilder();
	const lines = new CardLines();
	const keep = (property: Property) =>
		lines.keep(card.properties.find((raw) => raw.line === property.line && isBase64(raw)) ?? property);
	const unread = (property: Property) => {
		report({ line: property.line, code: 'date-not-read', params: { text: property.value.trim().slice(0, 60) } });
		keep(property);
	};
	const reading: Reading = { draft, version, groupLabels: groupLabelsOf(properties), unread, keep };
	// A role stands in for a title that is not said.
	const isRole = ({ name }: Property) => name === 'ROLE';
	for (const property of [...properties.filter((one) => !isRole(one)), ...properties.filter(isRole)])
		(readers.get(property.name) ?? toAccount)(property, reading);
	const shown = readName(properties, reading);
	const name = shown || displayName(draft.draft());
	const found = bestPhoto(photos);
	const [photo] = photos;
	if (photo && found && 'url' in found) lines.keep(photoLine(photo, found.url));
	const tooLarge = ({ line, name }: Property) => report({ line, code: 'property-too-large', params: { text: name } });
	draft.set('cardLines', lines.lines(properties, tooLarge));
	if (found && 'problem' in found)
		report({
			line: photos[0]?.line ?? card.line,
			code: found.problem,
			params: { name, maxMegabytes: maxPhotoMegabytes }
		});
	return {
		draft: draft.draft(),
		name,
		photo: found && 'photo' in found ? found.photo : null,
		photoUrl: found && 'url' in found ? found.url : '',
		group: properties.some(isGroup),
		line: card.line
	};
}

const isGroup = ({ name, value }: Property) =>
	(name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') && value.trim().toLowerCase() === 'group';

/** As the file shows it; the draft gets its parts. */
function readName(properties: readonly Property[], { draft, version }: Reading): string {
	const fn = properties.find(({ name, value }) => name === 'FN' && value.trim());
	const shown = fn ? shownName(fn, version) : '';
	const organization = draft.text('organization');
	const company = properties.some(({ name, value }) => name === 'X-ABSHOWAS' && /company/i.test(value));
	const n = properties.find(({ name, value }) => name === 'N' && /[^;\s]/.test(value));
	if (n) {
		const parts = partsOfN(n, version);
		for (const [field, value] of Object.entries(parts)) draft.set(field as keyof typeof parts, value);
		if (shown !== organization && !company) draft.set('nickname', nicknameIn(shown, parts));
	} else if (shown && shown !== organization && !company && !/@|^[\d\s+().-]+$/.test(shown)) {
		const { given, family } = partsOfName(shown);
		draft.set('given', given);
		draft.set('family', family);
	}
	return shown;
}

/** One that can be shown before one that lies elsewhere; the preferred before others. */
function bestPhoto(photos: readonly Property[]): FoundPhoto | null {
	const found = photos
		.toSorted(
			(a, b) =>
				Number(typesOf(b).includes('pref')) - Number(typesOf(a).includes('pref')) ||
				Number(paramOf(a, 'PREF') || 100) - Number(paramOf(b, 'PREF') || 100)
		)
		.flatMap((photo) => photoOf(photo) ?? []);
	return found.find((photo) => 'photo' in photo) ?? found.find((photo) => 'url' in photo) ?? found[0] ?? null;
}
