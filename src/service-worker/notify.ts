/** How an alarm looks as a notification, and what a tap on one does. */
import type { ToPage } from '../lib/bell';
import { ReminderTable, type Alarm, type AlarmSettings, type Answer } from '../lib/storage/reminder-table';
import { keepAnswer, type Bell } from './ring';

/** `actions` and the badge are in browsers, but not in TypeScript's library. */
interface Options extends NotificationOptions {
	readonly actions: readonly { readonly action: Answer['answer']; readonly title: string }[];
}
interface Badged {
	setAppBadge?(count: number): Promise<void>;
}

export function createBell(scope: ServiceWorkerGlobalScope): Bell {
	return {
		table: new ReminderTable(),
		zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		get allowed() {
			return Notification.permission === 'granted';
		},
		show: (alarm, settings) => scope.registration.showNotification(alarm.heading, optionsOf(alarm, settings)),
		// Where the app is not installed the number has no place to be.
		setBadge: async (count) =>
			(scope.navigator as Badged).setAppBadge?.(count).catch((reason: unknown) => console.info('No badge:', reason))
	};
}

/** The tag keeps one alarm from ever standing there twice. */
function optionsOf(alarm: Alarm, { done, later }: AlarmSettings): Options {
	const actions: Options['actions'] = [
		{ action: 'done', title: done },
		{ action: 'later', title: later }
	];
	return {
		body: alarm.body,
		tag: alarm.id,
		icon: 'icon-192.png',
		badge: 'badge-96.png',
		data: alarm,
		actions: alarm.kind === 'reminder' ? actions : []
	};
}

/** *Done* and *Later* are kept for the document, and open pages hear of them at once; anything else opens the app. */
export async function followTap(scope: ServiceWorkerGlobalScope, bell: Bell, event: NotificationEvent): Promise<void> {
	const { action, notification } = event;
	const alarm = notification.data as Alarm;
	notification.close();
	if (action !== 'done' && action !== 'later') return open(scope, alarm.path);
	await keepAnswer(bell, { answer: action, at: Date.now(), alarm });
	for (const page of await ownPages(scope)) page.postMessage({ type: 'answered' } satisfies ToPage);
}

async function open(scope: ServiceWorkerGlobalScope, path: string): Promise<void> {
	const [page] = await ownPages(scope);
	if (page) {
		// The page goes there by itself, so that nothing half written on it is lost.
		page.postMessage({ type: 'open', path } satisfies ToPage);
		await page.focus();
	} else {
		await scope.clients.openWindow(new URL(path, scope.registration.scope));
	}
}

/** The origin may hold other apps, and a page that no version controls yet is ours all the same. */
async function ownPages({ clients, registration }: ServiceWorkerGlobalScope): Promise<readonly WindowClient[]> {
	const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
	return pages.filter(({ url }) => url.startsWith(registration.scope));
}
