import { paramOf, typesOf, type Property } from './property';

/** Types that name what a phone or address is for, as Kith's labels; the first of a property that stands here is its label. */
const knownTypes: readonly (readonly [type: string, label: string])[] = [
	['fax', 'fax'],
	['facsimile', 'fax'],
	['pager', 'pager'],
	['cell', 'mobile'],
	['mobile', 'mobile'],
	['iphone', 'mobile'],
	['main', 'main'],
	['home', 'home'],
	['work', 'work'],
	['school', 'school'],
	['blog', 'blog'],
	['other', 'other']
];
const labelOfType = new Map(knownTypes);

/** Types that say how it works and not what it is for. */
const technical =
	/^(?:pref|voice|video|msg|text|textphone|bbs|modem|isdn|pcs|tty|tdd|internet|inet|x400|uri|dom|intl|postal|parcel|vcard|public|profile|x-evolution-.*|x-mozilla-.*|b|base64|jpe?g|png|gif)$/;

/** Apple's own labels: `_$!<Home>!$_`. */
const apple = /^_\$!<(.*)>!\$_$/;

const knownWord = (word: string): string => labelOfType.get(word.toLowerCase().replace(/^x-/, '')) ?? '';

/** A label that someone wrote: Kith's own where it is one of those, else their word. */
export function labelOfWord(word: string): string {
	const inner = apple.exec(word.trim())?.[1];
	if (inner === undefined) return knownWord(word.trim()) || word.trim();
	return inner === 'HomePage' ? '' : knownWord(inner) || inner.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** Labels of groups, `item1.X-ABLabel:…`, by group. */
export function groupLabelsOf(properties: readonly Property[]): ReadonlyMap<string, string> {
	return new Map(
		properties.flatMap(({ group, name, value }) =>
			group && (name === 'X-ABLABEL' || name === 'X-ABADRLABEL') ? [[group.toLowerCase(), value.trim()] as const] : []
		)
	);
}

/** Empty when the file gives none. */
export function labelOf(property: Property, groupLabels: ReadonlyMap<string, string>): string {
	const own = groupLabels.get(property.group.toLowerCase()) || paramOf(property, 'LABEL').split('\n', 1)[0];
	if (own && property.name !== 'ADR') return labelOfWord(own);
	const grouped = groupLabels.get(property.group.toLowerCase());
	if (grouped) return labelOfWord(grouped);
	const types = typesOf(property);
	const known = knownTypes.find(([type]) => types.includes(type));
	if (known) return known[1];
	const ownType = types.find((type) => type && !technical.test(type));
	return ownType ? ownType.replace(/^x-/, '') : '';
}

/** Lowest first; 0 when it is not preferred. */
export function preferenceOf(property: Property): number {
	const rank = Number.parseInt(paramOf(property, 'PREF'), 10);
	if (rank > 0) return rank;
	const marked = typesOf(property).includes('pref') || property.params.some(([name]) => name === 'PREF');
	return marked ? 1 : 0;
}
