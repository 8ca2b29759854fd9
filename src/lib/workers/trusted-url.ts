/// <reference types="trusted-types" />
import { resolve } from '$app/paths';

/**
 * The one policy by which this app may name a script to the browser: a worker or the service worker. The Content
 * Security Policy allows no other, so no text from a document or an import can ever become a script's address.
 */
let policy: Pick<TrustedTypePolicy, 'createScriptURL'> | null = null;

/** Throws unless `url` lies below `root`, the absolute address (with a closing slash) the app is served from. */
export function ownScriptUrl(url: string, root: string): string {
	const own = new URL(url, root);
	if (!own.href.startsWith(root)) throw new TypeError(`Not a script of this app: ${own.href}`);
	return own.href;
}

/**
 * The address of one of the app's own scripts, for `new Worker(…)` and `new Workbox(…)`. Typed as text because
 * TypeScript's DOM types know no trusted address there; do not join it with anything.
 */
export function trustedScriptUrl(url: string): string {
	const root = new URL(resolve('/'), location.href).href;
	if (!window.trustedTypes) return ownScriptUrl(url, root);
	policy ??= window.trustedTypes.createPolicy('sveltekit-trusted-url', { createScriptURL: ownScriptUrl });
	return policy.createScriptURL(url, root) as unknown as string;
}
