/** Address books of any size for tests and measurements: the same for the same seed. */

const given =
	'Ana Tom Zoé Grace Léa Jonas Maria Paul Chloé Noah Inês Louis Emma Hugo Sofia Omar Aylin Yuki Björn Siobhán Priya Mateo'.split(
		' '
	);
const family =
	'Silva Martin Hughes Léger Müller Rossi Novák García Dubois Okafor Tanaka Jensen Kowalski Smith Haddad Petrov Nguyen Costa Weber Lindqvist'.split(
		' '
	);
const cities =
	'Porto Lyon Leeds Bordeaux Ulm Torino Brno Sevilla Nantes Lagos Kyoto Aarhus Gdańsk Bristol Beirut Varna Hanoi Lisboa Köln Malmö'.split(
		' '
	);
const tags = 'friends work climbing choir school neighbours family book-club'.split(' ');
const words =
	'boat garden lighthouse bread mountain piano moving exam harbour tea winter market bicycle letter film recipe'.split(
		' '
	);

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const two = (value: number) => String(value).padStart(2, '0');

/** vCards 3.0 of `count` people; about half have a birthday, a third an address, a quarter a note. */
export function generateVcards(count: number, seed: number): string {
	const random = randomOf(seed);
	const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
	const cards: string[] = [];
	for (let at = 0; at < count; at++) {
		const [first, last, city] = [pick(given), pick(family), pick(cities)];
		const lines = [
			'BEGIN:VCARD',
			'VERSION:3.0',
			`N:${last};${first};;;`,
			`FN:${first} ${last}`,
			`UID:generated-${seed}-${at}`
		];
		lines.push(`TEL;TYPE=CELL:+33 6 ${two(at % 100)} ${two(((at / 100) % 100) | 0)} ${two((at / 10_000) | 0)} 00`);
		lines.push(`EMAIL;TYPE=INTERNET,HOME:person${at}@example.org`);
		if (random() < 0.5) {
			const year = random() < 0.7 ? String(1940 + Math.floor(random() * 70)) : '-';
			lines.push(`BDAY:${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`);
		}
		if (random() < 0.33)
			lines.push(`ADR;TYPE=HOME:;;${1 + Math.floor(random() * 99)} ${pick(words)} street;${city};;${10_000 + at};`);
		if (random() < 0.25) lines.push(`NOTE:${[1, 2, 3, 4, 5, 6].map(() => pick(words)).join(' ')}\\, since ${city}`);
		if (random() < 0.3) lines.push(`CATEGORIES:${pick(tags)}`);
		if (random() < 0.2) lines.push(`ORG:${pick(family)} & Co`);
		cards.push(...lines, 'END:VCARD');
	}
	return cards.join('\r\n') + '\r\n';
}
