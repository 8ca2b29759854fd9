import { dev } from '$app/environment';
import { resolve } from '$app/paths';
import { trustedScriptUrl } from '$lib/workers/trusted-url';
import type { Workbox } from 'workbox-window';
import { unsavedEdits, type UnsavedEdits } from './unsaved-edits.svelte';

/** A page may stay open for weeks; it asks for a new version when it is looked at again, at most this often. */
const askEveryMs = 60 * 60 * 1000;

/** What a registration tells of: a version that waits, and one that took charge. */
interface VersionEvents {
	addEventListener(type: 'waiting' | 'controlling', listener: () => void): void;
}

/**
 * The app's own versions. A new one is fetched in the background and waits; it takes over when the owner agrees in
 * any tab, and then every tab shows it, each as soon as nothing on it is unsaved.
 */
export class Update {
	/** True while a new version waits for the owner. */
	ready = $state(false);
	/** True once the new version took over and this tab only waits for its unsaved edits. */
	taken = $state(false);
	#workbox: Workbox | null = null;
	#registered = false;

	constructor(
		private readonly unsaved: UnsavedEdits = unsavedEdits,
		private readonly reload: () => void = () => location.reload(),
		private readonly restMs = 250
	) {}

	/** Makes the built app work offline from now on. Nothing happens where the browser has no service worker. */
	async register(): Promise<void> {
		if (dev || this.#registered || !('serviceWorker' in navigator)) return;
		this.#registered = true;
		const { Workbox } = await import('workbox-window');
		const workbox = new Workbox(trustedScriptUrl('service-worker.js'), { scope: resolve('/') });
		this.#workbox = workbox;
		this.follow(workbox, Boolean(navigator.serviceWorker.controller));
		await workbox.register();
		this.#askWhenSeen(workbox);
	}

	/** @param controlled whether a version is in charge already; the first to take charge is no update. */
	follow(versions: VersionEvents, controlled: boolean): void {
		versions.addEventListener('waiting', () => (this.ready = true));
		versions.addEventListener('controlling', () => {
			if (controlled) void this.#show();
			controlled = true;
		});
	}

	/** The owner agrees: the waiting version takes over, here and in every other tab. */
	apply(): void {
		this.#workbox?.messageSkipWaiting();
	}

	/** Asks for a new version now; false when there is none to be had. */
	async look(): Promise<boolean> {
		try {
			await this.#workbox?.update();
			const registration = await navigator.serviceWorker.getRegistration();
			return Boolean(registration?.installing ?? registration?.waiting);
		} catch (reason) {
			console.info('No new version could be asked for:', String(reason));
			return false;
		}
	}

	async #show(): Promise<void> {
		this.ready = false;
		this.taken = true;
		// One change may ask for the next, as a new person for what they are logged with.
		do {
			await this.unsaved.whenNone();
			await new Promise((settle) => setTimeout(settle, this.restMs));
		} while (this.unsaved.count > 0);
		this.reload();
	}

	#askWhenSeen(workbox: Workbox): void {
		let asked = performance.now();
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'hidden' || performance.now() - asked < askEveryMs) return;
			asked = performance.now();
			workbox.update().catch((reason: unknown) => console.info('No new version could be asked for:', reason));
		});
	}
}

/** One a page, as its service worker is. */
export const update = new Update();
