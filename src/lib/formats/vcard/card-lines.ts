/** What a card says that Kith has no field for, as lines of vCard 4.0 that can be written back. */
import { paramOf, isBase64, type Property } from './property';

/** Of one contact: a few relations and addresses, and no certificates or logos, which would weigh on every opening. */
export const maxCharacters = 8_000;

/** Written anew with every card, or said by what else is kept. */
const ofTheFile = new Set([
	...['VERSION', 'PRODID', 'REV', 'N', 'FN', 'KIND', 'SORT-STRING', 'X-ABLABEL', 'X-ABADRLABEL', 'X-ABADR'],
	...['X-ABSHOWAS', 'X-IMAGEHASH', 'X-IMAGETYPE', 'X-ADDRESSBOOKSERVER-KIND', 'X-SHARED-PHOTO-DISPLAY-PREF']
]);

/** Collects those without a place; `lines` are them with the labels of their groups. */
export class CardLines {
	readonly #kept = new Set<Property>();

	/** @param property as written where it is base64, else decoded */
	keep(property: Property): void {
		if (property.value.trim() && !ofTheFile.has(property.name)) this.#kept.add(property);
	}

	/** @param leftOut hears of each that is too large */
	lines(all: readonly Property[], leftOut: (property: Property) => void): string {
		const groups = new Set([...this.#kept].map(({ group }) => group.toLowerCase()).filter(Boolean));
		const labels = all.filter(({ name, group }) => name === 'X-ABLABEL' && groups.has(group.toLowerCase()));
		const lines: string[] = [];
		let length = 0;
		for (const property of [...this.#kept, ...labels]) {
			const line = lineOf(property);
			if (length + line.length > maxCharacters) leftOut(property);
			else {
				lines.push(line);
				length += line.length + 1;
			}
		}
		return lines.join('\n');
	}
}

function lineOf(property: Property): string {
	const { group, name, params, value } = property;
	// A text that was quoted-printable or in another charset is plain by now.
	const isPlain = !isBase64(property);
	const said = params.filter(([key]) => !(isPlain && (key === 'ENCODING' || key === 'CHARSET')));
	const written = said.map(([key, text]) => `;${key}=${/[:;,\n"^]/.test(text) ? `"${escaped(text)}"` : text}`);
	return `${group && `${group}.`}${name}${written.join('')}:${value.replace(/\r\n?|\n/g, '\\n')}`;
}

/** RFC 6868. */
const escaped = (text: string) => text.replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'");

/** A photo that lies elsewhere: its address is kept, and never fetched. */
export const photoLine = (photo: Property, url: string): Property => ({
	...photo,
	params: paramOf(photo, 'MEDIATYPE') ? [['MEDIATYPE', paramOf(photo, 'MEDIATYPE')]] : [],
	value: url
});
