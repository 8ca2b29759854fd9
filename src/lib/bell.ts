/** What page and service worker say to each other. */
export type ToServiceWorker =
	/** The owner agreed to the new version (the word is workbox-window's). */
	| { readonly type: 'SKIP_WAITING' }
	/** The table of alarms changed, or one of them has come. */
	| { readonly type: 'ring' };

export type ToPage =
	/** A notification was answered: the answer waits in the table. */
	| { readonly type: 'answered' }
	/** A notification was tapped: show this path, from the app's root. */
	| { readonly type: 'open'; readonly path: string };

/** Names the periodic check among a browser's syncs. */
export const periodicTag = 'kith-reminders';
