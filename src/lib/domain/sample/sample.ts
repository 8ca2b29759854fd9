/**
 * People to try Kith with: sixty of them, with two years of what happened, made anew around today so that there are
 * birthdays ahead and somebody to call. Addresses and numbers are from the ranges kept free for fiction (example.org;
 * Ofcom, Arcep and NANPA numbers). Load it lazily.
 */
import type { ContactDraft, Tag } from '../contact';
import type { Day, PartialDate } from '../date';
import { addDays, yearOf } from '../days';
import { fold } from '../fold';
import type { InteractionDraft } from '../interaction';
import type { ReminderDraft } from '../reminder';
import { en } from './en/en';
import { fr } from './fr/fr';
import { plannedReminders } from './occasions';
import { people, type SamplePerson } from './people';
import { parseBlock, type Line, type SampleTexts } from './texts';
import { timelineOf } from './timeline';

export interface Sample {
	readonly contacts: readonly ContactDraft[];
	/** `contactIds` are decimal indices into `contacts`. */
	readonly interactions: readonly InteractionDraft[];
	/** `contactId` likewise, or empty. */
	readonly reminders: readonly ReminderDraft[];
}

const languages: ReadonlyMap<string, SampleTexts> = new Map([
	['en', en],
	['fr', fr]
]);
const two = (n: number) => String(n % 100).padStart(2, '0');

/** Free numbers of each country's plan; none where no range is kept free. */
const phoneRanges: ReadonlyMap<string, (n: number) => string> = new Map([
	['GB', (n) => `+44 7700 9004${two(n)}`],
	['FR', (n) => `+33 6 39 98 40 ${two(n)}`],
	['US', (n) => `+1 614 555 01${two(n)}`]
]);

const birthdayOf = ({ born }: SamplePerson, today: Day): PartialDate => {
	if (born === undefined || typeof born === 'string') return born ?? '';
	const [inDays, turns] = born;
	const on = addDays(today, inDays);
	return on.endsWith('-02-29') ? `--02-29` : `${yearOf(on) - turns}${on.slice(4)}`;
};

/** `label | +11 | 7`: in eleven days for the seventh time; `-60` days ago; or a day of the year, with the years it has been. */
function importantDate({ text }: Line, today: Day) {
	const [label = '', on = '', years = '0'] = text.split('|').map((part) => part.trim());
	const day = /^[+-]\d+$/.test(on) ? addDays(today, Number(on)) : `${today.slice(0, 5)}${on}`;
	const monthDay = day.slice(5);
	return { label, date: monthDay === '02-29' ? `--${monthDay}` : `${yearOf(day) - Number(years)}-${monthDay}` };
}

function placeOf({ city = '', country = '' }: SamplePerson, texts: SampleTexts, at: number) {
	if (city !== 'home' && city !== 'away') return { city: texts.cities[city] ?? city, country, street: '' };
	const home = texts.homes[city];
	const street = home.streets[at % home.streets.length] ?? '';
	const number = 2 + ((at * 7) % 60);
	return { city: home.city, country: home.country, street: at % 3 === 0 ? `${number} ${street}` : '' };
}

function waysToReach(person: SamplePerson, country: string, at: number): Partial<ContactDraft> {
	const local = `${fold(person.given)}.${fold(person.family)}`.replace(/[^a-z.]/g, '');
	const phone = at % 11 === 10 ? undefined : phoneRanges.get(country)?.(at);
	const firm = fold(person.org ?? '').replace(/[^a-z]/g, '');
	return {
		emails: [
			{ label: 'home', value: `${local}@example.${['org', 'net', 'com'][at % 3] ?? 'org'}`, preferred: true },
			...(firm ? [{ label: 'work', value: `${fold(person.given).replace(/[^a-z]/g, '')}@${firm}.example.com` }] : [])
		],
		...(phone ? { phones: [{ label: 'mobile', value: phone, preferred: true }] } : {}),
		...(phone && at % 3 === 1
			? { messengers: [{ label: '', service: at % 2 ? 'signal' : 'whatsapp', value: phone }] }
			: {})
	};
}

function contactOf(person: SamplePerson, at: number, texts: SampleTexts, today: Day, locale: string): ContactDraft {
	const lines = parseBlock(texts.people[person.key] ?? '');
	const all = (field: string) => lines.filter((line) => line.field === field);
	const one = (field: string) => all(field)[0]?.text ?? '';
	const { city, country, street } = placeOf(person, texts, at);
	const countryName = new Intl.DisplayNames(locale, { type: 'region' });
	const through = people.find(({ key }) => key === person.through);
	const tag: readonly Tag[] = all('tag').map(({ text }) => ({ name: text }));
	return {
		prefix: person.prefix ?? '',
		given: person.given,
		family: person.family,
		maiden: person.maiden ?? '',
		nickname: one('nickname'),
		pronouns: person.pronoun ? texts[person.pronoun] : '',
		organization: person.org ?? '',
		title: one('job'),
		birthday: birthdayOf(person, today),
		food: one('food'),
		allergies: one('allergies'),
		metHow: one('how'),
		metWhere: one('where'),
		metOn: person.metOn ?? '',
		metThrough: through ? `${through.given} ${through.family}` : '',
		language: person.language ?? '',
		circle: person.circle,
		cadence: person.cadence ?? '',
		snoozedUntil: person.snoozed === undefined ? '' : addDays(today, person.snoozed),
		paused: person.paused ? 'yes' : '',
		favourite: person.favourite ? 'yes' : '',
		archived: person.archived ? 'yes' : '',
		deceased: person.died === undefined ? '' : addDays(today, -person.died),
		notes: all('note')
			.map(({ text }) => text)
			.join('\n\n'),
		...waysToReach(person, country, at),
		addresses: city
			? [
					{
						label: 'home',
						street,
						city,
						region: '',
						postcode: '',
						country: country ? (countryName.of(country) ?? '') : ''
					}
				]
			: [],
		dates: all('date').map((line) => importantDate(line, today)),
		tags: tag,
		nextTime: all('next').map(({ text }) => ({ text, done: false }))
	};
}

/** The same for the same day and language; an unknown language is English. */
export function samplePeople(today: Day, locale: string): Sample {
	const texts = languages.get(locale) ?? en;
	const ids = new Map(people.map(({ key }, at) => [key, String(at)]));
	const titles = new Map(parseBlock(texts.reminders).map(({ field, text }) => [field, text]));
	return {
		contacts: people.map((person, at) => contactOf(person, at, texts, today, locale)),
		interactions: timelineOf(texts, today, ids),
		reminders: plannedReminders.map(({ key, who, inDays, ...rest }) => ({
			...rest,
			title: titles.get(key) ?? '',
			contactId: ids.get(who) ?? '',
			due: addDays(today, inDays)
		}))
	};
}
