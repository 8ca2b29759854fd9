/** Whether and when this device can ring for a reminder. */
export type Ringing = 'missing' | 'denied' | 'ask' | 'periodic' | 'installable' | 'open';

/** The parts of the page that tell; `PeriodicSyncManager` exists in Chromium alone, so no library knows its type. */
export interface RingingSource {
	readonly permission: NotificationPermission | null;
	/** True where the browser knows periodic checks at all. */
	readonly knowsPeriodic: boolean;
	/** True when one is registered: only installed apps are given any. */
	readonly hasPeriodic: boolean;
}

export function ringingOf({ permission, knowsPeriodic, hasPeriodic }: RingingSource): Ringing {
	if (permission === null) return 'missing';
	if (permission === 'denied') return 'denied';
	if (permission === 'default') return 'ask';
	if (hasPeriodic) return 'periodic';
	return knowsPeriodic ? 'installable' : 'open';
}

export async function readRinging(): Promise<RingingSource> {
	const permission = 'Notification' in globalThis ? Notification.permission : null;
	const registration = await globalThis.navigator?.serviceWorker?.getRegistration();
	const periodic = (registration as { periodicSync?: { getTags(): Promise<string[]> } } | undefined)?.periodicSync;
	const tags = (await periodic?.getTags()) ?? [];
	return { permission, knowsPeriodic: periodic !== undefined, hasPeriodic: tags.length > 0 };
}
