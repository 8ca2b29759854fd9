import { alarmsFrom, dueAlarms, type QuietHours } from '$lib/domain/alarms';
import { localOf } from '$lib/domain/moment';
import { periodicTag, type ToPage, type ToServiceWorker } from '$lib/bell';
import * as m from '$lib/paraglide/messages';
import { ReminderTable, type Alarm, type Answer } from '$lib/storage/reminder-table';
import { applyAnswers } from './alarm-answers';
import { wordAlarm } from './alarm-words';
import type { Live } from './live.svelte';
import { preferences, type PreferenceValues } from './preferences.svelte';

/** How far ahead the table reaches: how long an unopened app still knows what to ring. */
const horizonDays = 60;
/** After a change, so that a burst of them (an import) makes one table. */
const settleMs = 1_500;
/** A reminder's time is to the minute; this is how late it may ring while the app is open. */
const lookEveryMs = 20_000;
/** The least time between two periodic checks that we ask for; the browser takes longer as it sees fit. */
const periodicMs = 60 * 60 * 1000;

/** Chromium's, of which no library of types knows. */
interface PeriodicSync {
	register(tag: string, options: { minInterval: number }): Promise<void>;
}

const quietHoursOf = ({ quietFrom: from, quietTo: to }: PreferenceValues): QuietHours | null =>
	from && to ? { from, to } : null;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Keeps the table from which the service worker rings, and has it ring while the app is open. The service worker
 * alone shows notifications, so each rings once however many tabs there are. Call `follow` within an effect's root.
 */
export class Alarms {
	#alarms: readonly Alarm[] = [];
	/** What the service worker was told has come. */
	#told: ReadonlySet<string> = new Set();

	constructor(
		private readonly live: Live,
		private readonly failed: (reason: unknown) => void,
		private readonly table = new ReminderTable()
	) {}

	follow(): void {
		$effect(() => {
			if (!this.live.opened) return;
			void this.#takeAnswers();
			return this.#listen();
		});
		$effect(() => {
			if (!this.live.opened) return;
			const { list, reminders, settings, today } = this.live;
			const quietHours = quietHoursOf(preferences.current);
			const write = async () => {
				const rows = new Map(list.map((row) => [row.id, row]));
				const alarms = alarmsFrom(rows, reminders, settings, today, horizonDays);
				await this.#write(
					alarms.map((alarm) => wordAlarm(alarm, today)),
					quietHours
				);
			};
			const timer = setTimeout(() => void write().catch(this.failed), settleMs);
			return () => clearTimeout(timer);
		});
	}

	async #write(alarms: readonly Alarm[], quietHours: QuietHours | null): Promise<void> {
		this.#alarms = alarms;
		await this.table.writeAlarms(alarms, { quietHours, done: m.notify_done(), later: m.notify_later() });
		void this.#send({ type: 'ring' });
	}

	async #takeAnswers(): Promise<void> {
		const apply = (answers: readonly Answer[]) => applyAnswers(this.live.kith, this.live.reminders, answers, zone());
		await this.table.takeAnswers(apply).catch(this.failed);
	}

	#listen(): () => void {
		const heard = ({ data }: MessageEvent<ToPage>) => {
			if (data.type === 'answered') void this.#takeAnswers();
		};
		const look = () => this.#look();
		const timer = setInterval(look, lookEveryMs);
		document.addEventListener('visibilitychange', look);
		navigator.serviceWorker?.addEventListener('message', heard);
		void this.#askForChecks().catch(this.failed);
		void this.#ringOnceAllowed().catch(this.failed);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
			navigator.serviceWorker?.removeEventListener('message', heard);
		};
	}

	/** Wakes the service worker only for what has come since it was last told. */
	#look(): void {
		const now = localOf(Date.now(), zone());
		const come = dueAlarms(this.#alarms, now, quietHoursOf(preferences.current), this.#told);
		if (come.length === 0) return;
		this.#told = new Set([...this.#told, ...come.map(({ id }) => id)]);
		void this.#send({ type: 'ring' });
	}

	/** At a first visit the service worker is still being installed: what has come waits for it. */
	async #send(message: ToServiceWorker): Promise<void> {
		const registration = await navigator.serviceWorker?.ready;
		registration?.active?.postMessage(message);
	}

	/** What came before the owner allowed notifications rings when they do. */
	async #ringOnceAllowed(): Promise<void> {
		const permission = await navigator.permissions.query({ name: 'notifications' });
		permission.addEventListener('change', () => void this.#send({ type: 'ring' }));
	}

	/** Checks with the app closed, where the browser grants them: to installed apps in Chromium. */
	async #askForChecks(): Promise<void> {
		const registration = await navigator.serviceWorker?.ready;
		const { periodicSync } = (registration ?? {}) as { periodicSync?: PeriodicSync };
		if (!periodicSync) return;
		const { state } = await navigator.permissions.query({ name: 'periodic-background-sync' as PermissionName });
		if (state === 'granted') await periodicSync.register(periodicTag, { minInterval: periodicMs });
	}
}
