/* Blocking on purpose: the chosen theme and language must stand before the first paint. */
(() => {
	const root = document.documentElement;
	try {
		const { theme } = JSON.parse(localStorage.getItem('kith:preferences') ?? '{}') ?? {};
		if (theme === 'light' || theme === 'dark') {
			root.dataset.theme = theme;
			for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
				meta.media = meta.dataset.of === theme ? 'all' : 'not all';
		}
		root.lang = localStorage.getItem('PARAGLIDE_LOCALE') ?? (navigator.language.startsWith('fr') ? 'fr' : 'en');
	} catch {
		// Storage is forbidden or holds something else: the system's theme is right then.
		delete root.dataset.theme;
	}
})();
