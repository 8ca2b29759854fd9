import type { BrowserContext, Page } from '@playwright/test';

/** Settles once the page is controlled by an active service worker: from here on it works offline. */
export async function readyForOffline(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller) return;
		await new Promise((settle) => navigator.serviceWorker.addEventListener('controllerchange', settle, { once: true }));
	});
}

/** Does to the page's service worker what the browser does when it thinks the time for a periodic check has come. */
export async function ringPeriodicSync(page: Page): Promise<void> {
	const origin = new URL(page.url()).origin;
	const session = await page.context().newCDPSession(page);
	const registered = new Promise<string>((settle) =>
		session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin) && !isDeleted);
			if (own) settle(own.registrationId);
		})
	);
	await session.send('ServiceWorker.enable');
	const registrationId = await registered;
	await session.send('ServiceWorker.dispatchPeriodicSyncEvent', { origin, registrationId, tag: 'kith-reminders' });
	await session.detach();
}

/**
 * Puts the service workers to sleep, as the browser does with one that idled for half a minute. With a debugger attached
 * it never does, and may then keep a new version waiting for one that has nothing left to do.
 */
export async function putToSleep(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await session.detach();
}

/** What the service worker shows now. */
export const notificationsOf = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const shown = await registration.getNotifications();
		return shown.map(({ title, body }) => (body ? `${title}: ${body}` : title));
	});

/** What this needs of a service worker's scope, of which the types of pages know nothing. */
interface Scope {
	readonly registration: ServiceWorkerRegistration;
	readonly NotificationEvent: new (
		type: string,
		init: { readonly notification: Notification; readonly action: string }
	) => Event & { waitUntil: (work: Promise<unknown>) => void };
	dispatchEvent(event: Event): boolean;
}

/** Taps the first notification, or one of its actions, and settles when the service worker has dealt with it. */
export async function tapNotification(context: BrowserContext, action: '' | 'done' | 'later'): Promise<void> {
	const [worker] = context.serviceWorkers();
	if (!worker) throw new Error('No service worker runs');
	await worker.evaluate(async (action) => {
		const scope = self as unknown as Scope;
		const [notification] = await scope.registration.getNotifications();
		if (!notification) throw new Error('No notification is shown');
		const done: Promise<unknown>[] = [];
		const event = new scope.NotificationEvent('notificationclick', { notification, action });
		// A browser neither waits for an event that a script made nor lets it focus a window.
		event.waitUntil = (work: Promise<unknown>) => void done.push(work);
		scope.dispatchEvent(event);
		await Promise.allSettled(done);
	}, action);
}

/** The headings of the table from which the service worker rings. */
export const alarmsOf = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<string[]>((settle, fail) => {
				const opening = indexedDB.open('kith-reminders');
				opening.onerror = () => fail(opening.error ?? new Error('The table does not open'));
				opening.onsuccess = () => {
					const database = opening.result;
					const stored = database.objectStoreNames.contains('table');
					if (!stored) return settle([]);
					const reading = database.transaction('table').objectStore('table').get('table');
					reading.onsuccess = () => {
						database.close();
						const { alarms } = (reading.result ?? { alarms: [] }) as { alarms: { heading: string }[] };
						settle(alarms.map(({ heading }) => heading));
					};
				};
			})
	);
