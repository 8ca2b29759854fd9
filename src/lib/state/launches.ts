/**
 * What the operating system hands to the app: a file opened with it, cards shared to it, a shortcut of its icon, a
 * notification that was tapped. One window takes them all (`launch_handler` in the manifest), so what is being written there is never thrown away.
 */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { ToPage } from '$lib/bell';
import { takeSharedFiles } from '$lib/storage/shared-files';
import { incoming } from './incoming-files.svelte';

/** Chromium's, of which no library of types knows. */
interface LaunchParams {
	readonly targetURL?: string;
	readonly files: readonly { getFile(): Promise<File> }[];
}
interface LaunchQueue {
	setConsumer(consumer: (launch: LaunchParams) => void): void;
}

/** Follows every later launch, and takes in what this page was opened with. Call once, when the page is there. */
export async function receiveLaunches(
	launchQueue = (window as { launchQueue?: LaunchQueue }).launchQueue
): Promise<void> {
	launchQueue?.setConsumer((launch) => void follow(launch));
	navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
		if (data.type === 'open') void goto(resolve('/') + data.path);
	});
	if (new URL(location.href).searchParams.has('shared')) incoming.files = await takeSharedFiles();
}

async function follow({ targetURL, files }: LaunchParams): Promise<void> {
	if (files.length > 0) incoming.files = await Promise.all(files.map((file) => file.getFile()));
	if (targetURL && targetURL !== location.href) await goto(targetURL);
}
