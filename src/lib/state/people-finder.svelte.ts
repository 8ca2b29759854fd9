import type { Row } from '$lib/domain/row';
import { completeName, type CompleteName } from '$lib/domain/sentence/complete-name';
import type { Live } from './live.svelte';

/** Names are made ready when they are first asked for; until then a few may be missing, and what derives from it follows. */
export function nameCompleter(live: Live): CompleteName {
	return (text, caret) => {
		void live.names.prepare();
		return completeName(text, caret, live.names.but(live.settings.me));
	};
}

/** Finds whom a beginning of a name may mean, likeliest first. */
export function findPeople(live: Live): (text: string) => readonly Row[] {
	const complete = nameCompleter(live);
	return (text) => complete(`@${text}`, text.length + 1)?.candidates ?? [];
}
