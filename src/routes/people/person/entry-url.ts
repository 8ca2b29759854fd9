import type { Account, Address, Labelled } from '$lib/domain/contact';
import { callUrl, mailUrl, mapUrl, messengerUrl, profileUrl, textUrl, webUrl } from '$lib/ui/reach';
import type { ListEntry, ListKey } from './list-fields';

/** Where one tap writes to a phone; empty for what is none. */
export const entryTextUrl = (list: ListKey, entry: ListEntry): string =>
	list === 'phones' ? textUrl((entry as Labelled).value) : '';

/** Where one tap on an entry leads; empty when nowhere. */
export function entryUrl(list: ListKey, entry: ListEntry): string {
	switch (list) {
		case 'phones':
			return callUrl((entry as Labelled).value);
		case 'emails':
			return mailUrl((entry as Labelled).value);
		case 'addresses':
			return mapUrl(entry as Address, navigator.userAgent);
		case 'websites':
			return webUrl((entry as Labelled).value);
		case 'profiles':
			return profileUrl(entry as Account);
		case 'messengers':
			return messengerUrl(entry as Account);
		case 'dates':
			return '';
	}
}
