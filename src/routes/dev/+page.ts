import { error } from '@sveltejs/kit';

export const prerender = false;

/** Only while developing: the built app knows no such page. */
export function load() {
	if (!import.meta.env.DEV) error(404);
}
