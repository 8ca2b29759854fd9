/**
 * A believable address book of any size: the same seed gives the same one everywhere. It is made as a `Draft`, as an
 * import would be, so it knows nothing of how the document is laid out.
 */
import type { ContactDraft } from '$lib/domain/contact';
import { addDays } from '$lib/domain/days';
import type { InteractionDraft } from '$lib/domain/interaction';
import type { ReminderDraft } from '$lib/domain/reminder';
import type { Draft } from '$lib/kith';
import { cities, familyNames, givenNames, organizationParts, tagNames, titles } from './names';
import { Chance } from './random';
import { paragraph, sentence } from './sentences';

export interface Size {
	readonly contacts: number;
	readonly interactions: number;
	readonly reminders: number;
}

export type FullDraft = Required<Draft>;

/** The size every row is measured at. */
export const fullSize: Size = { contacts: 10_000, interactions: 100_000, reminders: 300 };

/** Interactions go back this far from the day of generation. */
const daysBack = 3650;

/** @param lastDay the newest day on which something happened */
export function generateAddressBook(size: Size, lastDay: string, seed = 2026): FullDraft {
	const chance = new Chance(seed);
	const contacts = Array.from({ length: size.contacts }, () => contactOf(chance));
	const interactions = Array.from({ length: size.interactions }, (_, index) => {
		const age = Math.floor(daysBack * (1 - index / size.interactions));
		return interactionOf(chance, size.contacts, addDays(lastDay, -age));
	});
	const reminders = Array.from({ length: size.reminders }, () => reminderOf(chance, size.contacts, lastDay));
	return { contacts, interactions, reminders };
}

const circles = ['inner', 'close', 'close', 'friends', 'friends', 'friends', 'acquaintances', 'outer'] as const;
const two = (number: number) => String(number).padStart(2, '0');

export function contactOf(chance: Chance): ContactDraft {
	const given = chance.happens(0.06) ? `${chance.one(givenNames)}-${chance.one(givenNames)}` : chance.one(givenNames);
	const family = chance.happens(0.08)
		? `${chance.one(familyNames)} ${chance.one(familyNames)}`
		: chance.one(familyNames);
	const organization = chance.happens(0.6)
		? `${chance.one(organizationParts.first)} ${chance.one(organizationParts.second)}`
		: '';
	const address = `${asciiName(given)}.${asciiName(family)}`;
	return {
		given,
		family,
		...(chance.happens(0.12) && { nickname: given.slice(0, chance.whole(3, 4)) }),
		...(organization && { organization, title: chance.one(titles) }),
		...(chance.happens(0.55) && { birthday: birthdayOf(chance) }),
		...(chance.happens(0.4) && { circle: chance.one(circles) }),
		...(chance.happens(0.15) && { metHow: sentence(chance, chance.whole(4, 9)) }),
		emails: [{ label: 'home', value: `${address}@example.org` }],
		phones: chance.happens(0.8) ? [{ label: 'mobile', value: phoneOf(chance) }] : [],
		addresses: chance.happens(0.7) ? [addressOf(chance)] : [],
		tags: uniqueTags(chance),
		nextTime: chance.happens(0.03) ? [{ text: sentence(chance, 6), done: false }] : [],
		...(chance.happens(0.35) && { notes: paragraph(chance) })
	};
}

const asciiName = (name: string) =>
	name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');

const birthdayOf = (chance: Chance) => {
	const day = `${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`;
	return chance.happens(0.15) ? `--${day}` : `${chance.whole(1935, 2015)}-${day}`;
};

const phoneOf = (chance: Chance) => `+33 6 ${[0, 0, 0, 0].map(() => two(chance.whole(0, 99))).join(' ')}`;

const addressOf = (chance: Chance) => ({
	label: 'home',
	street: `${chance.whole(1, 180)} rue ${chance.one(familyNames)}`,
	city: chance.ranked(cities),
	region: '',
	postcode: String(chance.whole(10_000, 95_999)),
	country: ''
});

const uniqueTags = (chance: Chance) =>
	[...new Set(Array.from({ length: chance.whole(0, 2) }, () => chance.ranked(tagNames)))].map((name) => ({ name }));

const kinds = ['met', 'meal', 'call', 'message', 'message', 'mail', 'video', 'event', 'letter', 'other'] as const;

export function interactionOf(chance: Chance, contacts: number, when: string): InteractionDraft {
	const kind = chance.one(kinds);
	const others = chance.happens(0.12) ? [chance.whole(0, contacts - 1)] : [];
	// Most of what happens, happens with few: half of it with an eighth of the people.
	const first = Math.floor(chance.fraction() ** 3 * contacts);
	return {
		contactIds: [...new Set([first, ...others])].map(String),
		kind,
		when,
		note: sentence(chance, chance.whole(5, 16)),
		place: chance.happens(0.1) ? chance.ranked(cities) : '',
		initiator: chance.one(['', '', 'me', 'them']),
		direction: kind === 'call' ? chance.one(['in', 'out']) : '',
		duration: kind === 'call' ? chance.whole(2, 90) : 0
	};
}

function reminderOf(chance: Chance, contacts: number, lastDay: string): ReminderDraft {
	const unit = chance.one(['week', 'month', 'year'] as const);
	return {
		title: sentence(chance, chance.whole(2, 6)),
		contactId: chance.happens(0.8) ? String(chance.whole(0, contacts - 1)) : '',
		due: addDays(lastDay, chance.whole(1, 365)),
		time: chance.happens(0.3) ? `${two(chance.whole(8, 20))}:00` : '',
		leadDays: chance.happens(0.2) ? 7 : 0,
		repeat: chance.happens(0.5) ? { every: chance.whole(1, 6), unit, from: 'schedule' } : null
	};
}
