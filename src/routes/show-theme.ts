import type { Theme } from '$lib/state/preferences.svelte';

/** Shows a theme on the page and on what the browser draws around it; `static/theme.js` does so before the first paint. */
export function showTheme(theme: Theme): void {
	const { documentElement: root } = document;
	if (theme === 'system') delete root.dataset.theme;
	else root.dataset.theme = theme;
	for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
		const own = meta.dataset.of ?? '';
		meta.media = theme === 'system' ? `(prefers-color-scheme: ${own})` : own === theme ? 'all' : 'not all';
	}
}
