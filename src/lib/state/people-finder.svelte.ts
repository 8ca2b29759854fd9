import type { Row } from '$lib/domain/row';
import { completeName } from '$lib/domain/sentence/complete-name';
import { peopleIndex } from '$lib/domain/sentence/people-index';
import type { Live } from './live.svelte';

/** Finds whom a beginning of a name may mean, likeliest first. The index is made when it is first asked. */
export function findPeople(live: Live): (text: string) => readonly Row[] {
	const people = $derived(peopleIndex(live.list, live.settings.me));
	return (text) => completeName(`@${text}`, text.length + 1, people)?.candidates ?? [];
}
