import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Pen from '@lucide/svelte/icons/pen-line';
import Search from '@lucide/svelte/icons/search';
import Trash from '@lucide/svelte/icons/trash-2';
import UserPlus from '@lucide/svelte/icons/user-plus';
import * as m from '$lib/paraglide/messages';
import type { Action } from '$lib/ui/shell/actions.svelte';
import type { Place } from '$lib/ui/shell/place';

/** What one can do from every screen. */
export function shellActions(
	places: readonly Place[],
	does: { readonly log: () => void; readonly palette: () => void; readonly keys: () => void }
): readonly Action[] {
	const go = (href: string) => () => void goto(href);
	const ways: ReadonlyMap<string, { readonly words: () => string; readonly keys: string }> = new Map([
		['today', { words: m.action_today, keys: 'g t' }],
		['people', { words: m.action_people, keys: 'g p' }],
		['timeline', { words: m.action_timeline, keys: 'g l' }],
		['settings', { words: m.action_settings, keys: 'g s' }]
	]);
	return [
		...places.flatMap(({ id, href, icon }): readonly Action[] => {
			const way = ways.get(id);
			return way ? [{ id, words: way.words(), icon, keys: way.keys, group: 'go', run: go(href) }] : [];
		}),
		{ id: 'trash', words: m.action_trash(), icon: Trash, group: 'go', run: go(resolve('/trash')) },
		{ id: 'log', words: m.action_log(), icon: Pen, keys: 'l', group: 'do', run: does.log },
		{
			id: 'add',
			words: m.action_add_contact(),
			icon: UserPlus,
			keys: 'n',
			group: 'do',
			run: go(`${resolve('/people')}?add`)
		},
		{
			id: 'search',
			words: m.action_search(),
			icon: Search,
			keys: '/',
			group: 'do',
			run: go(`${resolve('/people')}?q`)
		},
		{ id: 'palette', words: m.action_palette(), icon: Search, keys: 'mod+k', group: 'do', run: does.palette },
		{ id: 'keys', words: m.action_keys(), icon: Keyboard, keys: '?', group: 'do', run: does.keys }
	];
}
