/** What to cache: the app but for what few need, so that every screen opens without a network from the first visit on. */
import { base, build, files, prerendered, version } from '$service-worker';
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { isKeptLater } from './later';

/** What only the threads load, written in by the build: SvelteKit does not know of it. */
declare const __KITH_THREADS__: readonly string[];

const ofThreads = __KITH_THREADS__.map((file) => `${base}/${file}`).filter((url) => !build.includes(url));

const notFound = `${base}/404.html`;

/** A screen by the name of its file: a host that gives it a prettier address redirects, and that is followed. */
const shellFile = (path: string) => (path === `${base}/` ? `${path}index.html` : `${path}.html`);

/** Letters that few names have come when they are first shown, and stay. */
const isRareFont = (path: string) => /-(latin-ext|vietnamese)-[^/]*\.woff2$/.test(path);

/** Files named after their content need no revision; the others change with the app. */
const entries = [
	...[...build, ...ofThreads]
		.filter((url) => !isRareFont(url) && !isKeptLater(url))
		.map((url) => ({ url, revision: null })),
	...[...files, ...prerendered.map(shellFile), notFound].map((url) => ({ url, revision: version }))
];

export function serveFromPrecache(): void {
	cleanupOutdatedCaches();
	// What is shown lives in the query, so a screen's file is the same whatever the query.
	precacheAndRoute(entries, { ignoreURLParametersMatching: [/./], cleanURLs: true, directoryIndex: 'index.html' });
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && isRareFont(url.pathname),
		new CacheFirst({ cacheName: 'kith-fonts' })
	);
	registerRoute(new NavigationRoute(({ url }) => answerOtherPath(url)));
	// The first visit's own page, too, finds what it loads later.
	clientsClaim();
}

/** A path that is no screen's: one with a closing slash too many, else the app's own not-found page. */
async function answerOtherPath(url: URL): Promise<Response> {
	const plain = url.pathname.replace(/\/+$/, '');
	if (prerendered.includes(plain)) return Response.redirect(plain + url.search, 302);
	return (await matchPrecache(notFound)) ?? fetch(url);
}
