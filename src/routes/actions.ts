import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import Bell from '@lucide/svelte/icons/bell';
import Import from '@lucide/svelte/icons/import';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import Pen from '@lucide/svelte/icons/pen-line';
import Save from '@lucide/svelte/icons/save';
import Search from '@lucide/svelte/icons/search';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Target from '@lucide/svelte/icons/target';
import Trash from '@lucide/svelte/icons/trash-2';
import UserPlus from '@lucide/svelte/icons/user-plus';
import * as m from '$lib/paraglide/messages';
import { setLocale } from '$lib/paraglide/runtime';
import { preferences } from '$lib/state/preferences.svelte';
import { unsavedEdits } from '$lib/state/unsaved-edits.svelte';
import type { Action } from '$lib/ui/shell/actions.svelte';
import type { Place } from '$lib/ui/shell/place';

/** What one can do from every screen. */
export function shellActions(
	places: readonly Place[],
	does: Readonly<Record<'log' | 'remind' | 'saveCopy' | 'palette' | 'keys', () => void>>
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
		{ id: 'remind', words: m.action_remind(), icon: Bell, group: 'do', run: does.remind },
		{ id: 'import', words: m.action_import(), icon: Import, group: 'do', run: go(resolve('/import')) },
		{ id: 'sort', words: m.action_sort(), icon: Target, group: 'do', run: go(resolve('/circles')) },
		{ id: 'copy', words: m.action_copy(), icon: Save, group: 'do', run: does.saveCopy },
		...looks(),
		{ id: 'palette', words: m.action_palette(), icon: Search, keys: 'mod+k', group: 'do', run: does.palette },
		{ id: 'keys', words: m.action_keys(), icon: Keyboard, keys: '?', group: 'do', run: does.keys }
	];
}

/** Theme and language. Another language loads the page anew, once nothing on it is unsaved. */
function looks(): readonly Action[] {
	const themes = { system: m.action_theme_system, light: m.action_theme_light, dark: m.action_theme_dark } as const;
	const languages = { en: 'English', fr: 'Français' } as const;
	return [
		...(['system', 'light', 'dark'] as const).map((theme): Action => {
			const run = () => preferences.set({ theme });
			return { id: `theme ${theme}`, words: themes[theme](), icon: SunMoon, group: 'do', run };
		}),
		...(['en', 'fr'] as const).map((locale): Action => {
			const words = m.action_language({ language: languages[locale] });
			const run = () => void unsavedEdits.whenNone().then(() => setLocale(locale));
			return { id: `language ${locale}`, words, icon: Languages, group: 'do', run };
		})
	];
}
