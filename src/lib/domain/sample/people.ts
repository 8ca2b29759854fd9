import type { CircleId } from '../settings';

interface Extra {
	/** A partial date, or the birthday that comes in so many days with the age it brings. */
	readonly born?: string | readonly [inDays: number, turns: number];
	/** A city abroad, or one of the language's own two homes. */
	readonly city?: string;
	readonly country?: string;
	readonly org?: string;
	readonly pronoun?: 'she' | 'he' | 'they';
	readonly language?: string;
	readonly metOn?: string;
	readonly middle?: string;
	readonly maiden?: string;
	readonly prefix?: string;
	/** Own cadence over the circle's. */
	readonly cadence?: string;
	/** Days from today. */
	readonly snoozed?: number;
	/** Days ago. */
	readonly died?: number;
	readonly favourite?: true;
	readonly paused?: true;
	readonly archived?: true;
	readonly through?: string;
}

export interface SamplePerson extends Extra {
	readonly key: string;
	readonly given: string;
	readonly family: string;
	readonly circle: CircleId | '';
	/** Days since the last contact. */
	readonly last: number;
}

const someone =
	(circle: CircleId | '') =>
	(key: string, given: string, family: string, last: number, extra: Extra = {}): SamplePerson => ({
		key,
		given,
		family,
		circle,
		last,
		...extra
	});

const inner = someone('inner');
const close = someone('close');
const friend = someone('friends');
const acquaintance = someone('acquaintances');
const outer = someone('outer');
const unsorted = someone('');

export const people: readonly SamplePerson[] = [
	inner('claire', 'Claire', 'Martin', 4, { born: '1957-05-19', city: 'away', maiden: 'Aubry', favourite: true }),
	inner('paul', 'Paul', 'Martin', 9, { born: '1955-10-02', city: 'away' }),
	inner('tom', 'Thomas', 'Martin', 2, { born: [9, 34], city: 'home', pronoun: 'he', favourite: true }),
	inner('idris', 'Idris', 'Bensalem', 19, { born: '1990-03-27', city: 'home', metOn: '2009', favourite: true }),
	inner('noor', 'Noor', 'Haddad', 6, {
		born: '1991-07-08',
		city: 'home',
		pronoun: 'she',
		metOn: '2012',
		language: 'ar'
	}),

	close('ana', 'Ana', 'Silva', 49, { born: [3, 41], city: 'Lyon', country: 'FR', org: 'Atelier Cais', language: 'pt' }),
	close('grace', 'Grace', 'Okafor', 12, { born: '1992-11-14', city: 'home', org: 'Yellow Door', through: 'tom' }),
	close('june', 'June', 'Ashby', 25, { born: '~1944', city: 'home', metOn: '~2013', language: 'en' }),
	close('mateusz', 'Mateusz', 'Kowalczyk', 17, {
		born: '1987-01-30',
		city: 'home',
		org: 'Nouveau Théâtre',
		language: 'pl'
	}),
	close('yuki', 'Yuki', 'Tanabe', 22, { born: '1984-09-05', city: 'home', pronoun: 'she', language: 'ja' }),
	close('leila', 'Leila', 'Farahani', 8, { born: '1986-12-11', city: 'home', prefix: 'Dr', metOn: '2018-02' }),
	close('daniel', 'Daniel', 'Mensah', 15, { born: '1989-06-23', city: 'home', org: 'Tidewater Audio' }),
	close('sofia', 'Sofia', 'Lindqvist', 58, { born: '1988-08-17', city: 'Gothenburg', country: 'SE', language: 'sv' }),
	close('camille', 'Camille', 'Roux', 5, { born: '--02-14', city: 'home', org: 'La Marge', pronoun: 'they' }),
	close('hannah', 'Hannah', 'Weiss', 28, { born: '1990-04-21', city: 'Stuttgart', country: 'DE', metOn: '2006' }),
	close('ravi', 'Ravi', 'Menon', 20, { born: '1979-10-29', city: 'home', metOn: '2019-11' }),

	friend('agnes', 'Agnes', 'Martin', 40, { born: '1951-03-03', city: 'away' }),
	friend('elias', 'Elias', 'Papadakis', 70, { born: [1, 38], city: 'home', language: 'el' }),
	friend('minhanh', 'Minh Anh', 'Nguyễn', 33, { born: '1993-01-12', city: 'home', pronoun: 'she', language: 'vi' }),
	friend('priya', 'Priya', 'Raman', 21, { born: [6, 36], city: 'home', org: 'Rights & Roofs', through: 'noor' }),
	friend('oliver', 'Oliver', 'Bennett', 55, { born: '--09-22', city: 'home', org: 'True Wheels' }),
	friend('chloe', 'Chloé', 'Dubois', 80, { born: '1985-05-02', city: 'Angers', country: 'FR' }),
	friend('ibrahim', 'Ibrahim', 'Diallo', 12, { born: '1991-12-01', city: 'home', language: 'fr' }),
	friend('ingrid', 'Ingrid', 'Solberg', 66, { born: '1983-02-20', city: 'Bergen', country: 'NO', language: 'nb' }),
	friend('lucas', 'Lucas', 'Ferreira', 9, { born: '1996-06-10', city: 'home', language: 'pt' }),
	friend('aoife', 'Aoife', 'Byrne', 48, { born: '1989-03-17', city: 'Cork', country: 'IE', pronoun: 'she' }),
	friend('zeynep', 'Zeynep', 'Arslan', 30, { born: '1987-11-25', city: 'home', org: 'Simit & Co', language: 'tr' }),
	friend('tariq', 'Tariq', 'Mahmood', 75, { born: '1975-07-19', city: 'home' }),
	friend('elena', 'Elena', 'Markova', 160, { born: '1982-10-16', city: 'home', language: 'bg' }),
	friend('hugo', 'Hugo', 'Lefèvre', 38, { born: '1992-02-29', city: 'home' }),
	friend('meiling', 'Mei-Ling', 'Chen', 85, { born: '1990-08-28', city: 'Taipei', country: 'TW', language: 'zh' }),
	friend('isabel', 'Isabel', 'Quispe', 110, { born: '1978-06-24', city: 'home', language: 'es', snoozed: 10 }),
	friend('fatou', 'Fatou', 'Ndiaye', 52, { born: '1974-04-04', city: 'home' }),
	friend('nathan', 'Nathan', 'Cole', 27, { born: '1986-01-06', city: 'Columbus', country: 'US', through: 'daniel' }),
	friend('amelie', 'Amélie', 'Girard', 44, { born: '1988-07-30', city: 'home', through: 'claire' }),

	acquaintance('odile', 'Odile', 'Perrin', 11, { born: [12, 79], city: 'home' }),
	acquaintance('walter', 'Walter', 'Finch', 30, { born: '~1946', city: 'home' }),
	acquaintance('jonas', 'Jonas', 'Bauer', 140, { city: 'Leipzig', country: 'DE', archived: true }),
	acquaintance('kenji', 'Kenji', 'Mori', 95, { born: '--05-05', city: 'Osaka', country: 'JP', language: 'ja' }),
	acquaintance('rosa', 'Rosa', 'Delgado', 60, { born: '1980-01-21', city: 'home', org: 'Northlight' }),
	acquaintance('bogdan', 'Bogdan', 'Ionescu', 120, { city: 'home', cadence: 'never' }),
	acquaintance('nadia', 'Nadia', 'Kaddour', 20, { born: '--11-03', city: 'home' }),
	acquaintance('peter', 'Peter', 'van Dijk', 45, { born: '1972-09-13', city: 'home', language: 'nl' }),
	acquaintance('sunita', 'Sunita', 'Rao', 33, { city: 'home' }),
	acquaintance('emeka', 'Emeka', 'Obi', 77, { born: '1994-04', city: 'home', through: 'elias' }),
	acquaintance('laura', 'Laura', 'Castellani', 200, { born: '1968-12-08', city: 'home', language: 'it' }),
	acquaintance('mikael', 'Mikael', 'Aho', 150, { city: 'Joensuu', country: 'FI', language: 'fi' }),
	acquaintance('thandiwe', 'Thandiwe', 'Nkosi', 90, { born: '1981-09-24', city: 'Cape Town', country: 'ZA' }),
	acquaintance('vivienne', 'Vivienne', 'Leroy', 6, { born: '--08-01', city: 'home' }),
	acquaintance('arjun', 'Arjun', 'Patel', 50, { born: '1985', city: 'home' }),

	outer('george', 'George', 'Whitlock', 400, { born: '~1950', city: 'away' }),
	outer('anneliese', 'Anneliese', 'Weiss', 205, { born: '1948-02-11', city: 'Stuttgart', country: 'DE', died: 210 }),
	outer('carlos', 'Carlos', 'Mendoza', 250, { born: '1984-11-11', city: 'Huesca', country: 'ES' }),
	outer('yael', 'Yael', 'Shapira', 330, { city: 'Haifa', country: 'IL', paused: true }),
	outer('liam', 'Liam', 'O’Connor', 180, { born: '--06-16', city: 'Galway', country: 'IE' }),
	outer('marta', 'Marta', 'Nowak', 75, { city: 'home' }),
	outer('hassan', 'Hassan', 'El Amrani', 290, { city: 'Ouarzazate', country: 'MA', language: 'ar' }),
	outer('beatriz', 'Beatriz', 'Costa', 130, { born: '1987-10-05', city: 'Porto', country: 'PT', through: 'ana' }),

	unsorted('sarah', 'Sarah', 'Kim', 3, { city: 'home', through: 'daniel' }),
	unsorted('vincent', 'Vincent', 'Morel', 10, { city: 'home' })
];
