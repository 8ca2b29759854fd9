/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
/** The service worker's events. What to cache is in `precache` and `later`, what to take in in `share`, what rings in `ring`. */
import { periodicTag, type ToServiceWorker } from '../lib/bell';
import { createBell, followTap } from './notify';
import { keepOnceUsed } from './later';
import { serveFromPrecache } from './precache';
import { ring } from './ring';
import { receiveShares } from './share';

declare const self: ServiceWorkerGlobalScope;

/** Chromium's, of which no library of types knows. */
interface PeriodicSyncEvent extends ExtendableEvent {
	readonly tag: string;
}

const bell = createBell(self);

keepOnceUsed(self);
serveFromPrecache();
receiveShares(self.registration.scope);

// Nothing rings at 'activate': Chromium never settles a notification shown then, and would never end activating.
self.addEventListener('periodicsync', (event) => {
	const { tag } = event as PeriodicSyncEvent;
	if (tag === periodicTag) (event as PeriodicSyncEvent).waitUntil(ring(bell, Date.now()));
});

self.addEventListener('message', (event) => {
	const { type } = event.data as ToServiceWorker;
	// A new version takes over only when the page asks, and the page asks only when the owner agreed.
	if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
	if (type === 'ring') event.waitUntil(ring(bell, Date.now()));
});

self.addEventListener('notificationclick', (event) => event.waitUntil(followTap(self, bell, event)));
