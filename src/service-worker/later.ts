/**
 * What few need: it is kept once it was first used, and then with every version, so that it works offline like the rest.
 */
import { base } from '$service-worker';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

/** Files of the build by group, written in by it (`vite.config.ts`). */
declare const __KITH_LATER__: Readonly<Record<string, readonly string[]>>;

const groups = Object.entries(__KITH_LATER__).map(([name, files]) => ({
	cacheName: `kith-${name}`,
	paths: files.map((file) => `${base}/${file}`)
}));

export const isKeptLater = (path: string): boolean => groups.some(({ paths }) => paths.includes(path));

export function keepOnceUsed(scope: ServiceWorkerGlobalScope): void {
	for (const { cacheName, paths } of groups) {
		const isOwn = ({ url, sameOrigin }: { readonly url: URL; readonly sameOrigin: boolean }) =>
			sameOrigin && paths.includes(url.pathname);
		// Whoever uses one file will want the others, and may have no network then.
		const cacheDidUpdate = () => complete({ cacheName, paths });
		registerRoute(isOwn, new CacheFirst({ cacheName, plugins: [{ cacheDidUpdate }] }));
	}
	scope.addEventListener('install', (event) => event.waitUntil(Promise.all(groups.map(renew))));
	scope.addEventListener('activate', (event) => event.waitUntil(Promise.all(groups.map(forgetOld))));
}

interface Group {
	readonly cacheName: string;
	readonly paths: readonly string[];
}

const completing = new Map<string, Promise<void>>();

/** What cannot be had now is asked for when the next file is used. */
function complete(group: Group): Promise<void> {
	const running = completing.get(group.cacheName);
	if (running) return running;
	const begun = addMissing(group)
		.catch((reason: unknown) => console.info('Not all was kept for offline:', String(reason)))
		.finally(() => completing.delete(group.cacheName));
	completing.set(group.cacheName, begun);
	return begun;
}

/** Whoever used it has it in the new version, too, or stays with the old one. */
async function renew(group: Group): Promise<void> {
	if (await caches.has(group.cacheName)) await addMissing(group);
}

async function addMissing({ cacheName, paths }: Group): Promise<void> {
	const cache = await caches.open(cacheName);
	const missing = await Promise.all(paths.map(async (path) => ((await cache.match(path)) ? [] : [path])));
	await cache.addAll(missing.flat());
}

/** The files of older versions: each is named after its content. */
async function forgetOld({ cacheName, paths }: Group): Promise<void> {
	if (!(await caches.has(cacheName))) return;
	const cache = await caches.open(cacheName);
	const old = (await cache.keys()).filter(({ url }) => !paths.includes(new URL(url).pathname));
	await Promise.all(old.map((request) => cache.delete(request)));
}
