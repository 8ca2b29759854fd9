import { resolve } from '$app/paths';
import History from '@lucide/svelte/icons/book-open';
import Settings from '@lucide/svelte/icons/settings';
import Today from '@lucide/svelte/icons/sun';
import People from '@lucide/svelte/icons/users-round';
import * as m from '$lib/paraglide/messages';
import type { Place } from '$lib/ui/shell/place';

/** The four places of Kith, in their order. */
export const places = (): readonly Place[] => [
	{ id: 'today', label: m.nav_today(), href: resolve('/'), icon: Today },
	{ id: 'people', label: m.nav_people(), href: resolve('/people'), icon: People },
	{ id: 'timeline', label: m.nav_timeline(), href: resolve('/timeline'), icon: History },
	{ id: 'settings', label: m.nav_settings(), href: resolve('/settings'), icon: Settings }
];

/** The place a route lies in; the screens that Settings leads to are in it. */
export function placeOf(routeId: string | null): string {
	const first = routeId?.split('/')[1] ?? '';
	return (
		{
			'': 'today',
			people: 'people',
			timeline: 'timeline',
			settings: 'settings',
			trash: 'settings',
			import: 'settings'
		}[first] ?? ''
	);
}
