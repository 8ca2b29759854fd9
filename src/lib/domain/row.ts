import type { ContactId, ImportantDate, PhotoId } from './contact';
import type { Day, Instant, PartialDate, When } from './date';
import type { InteractionId } from './interaction';

/** The last thing that happened with someone, enough to word a reason. */
export interface LastInteraction {
	readonly id: InteractionId;
	readonly kind: string;
	readonly when: When;
	/** Those mentioned by name only. */
	readonly note: string;
}

/** All that a list, Today and a suggestion need of a contact: derived, one a contact, trash excluded. */
export interface Row {
	readonly id: ContactId;
	/** As shown: "Ana Silva", or nickname, organisation, e-mail or phone when there is no name. */
	readonly name: string;
	/** How one speaks of them: the nickname or given name, else `name`. */
	readonly shortName: string;
	/** Folded (no accents, lower case), family name first when there is one: sorts by plain comparison. */
	readonly sortKey: string;
	/** Folded names and nicknames, for `@` completion and a sentence's people. */
	readonly nameKeys: readonly string[];
	readonly photo: PhotoId;
	readonly organization: string;
	readonly title: string;
	readonly cities: readonly string[];
	readonly tags: readonly string[];
	readonly circle: string;
	readonly cadence: string;
	readonly snoozedUntil: Day;
	readonly paused: boolean;
	readonly favourite: boolean;
	readonly archived: boolean;
	readonly deceased: boolean;
	readonly birthday: PartialDate;
	readonly dates: readonly ImportantDate[];
	/** Day of the last interaction that counts as contact; empty when there was none. */
	readonly lastContact: Day;
	/** The last interaction of any kind. */
	readonly last: LastInteraction | null;
	/** Open "next time" items. */
	readonly nextTime: readonly string[];
	/** The preferred (else first) phone and e-mail. */
	readonly phone: string;
	readonly email: string;
	readonly createdAt: Instant;
	readonly origin: string;
}
