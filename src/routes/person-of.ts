import type { Live } from '$lib/state/live.svelte';
import type { PersonOf } from '$lib/ui/person-of';
import { personHref } from './person-href';

/** Those whom texts mention, as they are called now. */
export const personOf =
	({ rows }: Live): PersonOf =>
	(id) => {
		const row = rows.get(id);
		return row && { name: row.name, href: personHref(id) };
	};
