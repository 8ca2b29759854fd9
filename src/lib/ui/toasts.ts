/**
 * Short words after something was done. The list they appear in is mounted with the first one, so that a page that
 * needs none loads none.
 */
import { mount } from 'svelte';
import * as m from '$lib/paraglide/messages';

/** Long enough to read, notice a mistake and reach the button. */
const undoMs = 10_000;
const readMs = 5_000;

let mounting: Promise<typeof import('svelte-sonner').toast> | undefined;

/** Loads what shows toasts. Called when the page is idle, so that screen readers know the region before it speaks. */
export function prepareToasts(): Promise<typeof import('svelte-sonner').toast> {
	mounting ??= Promise.all([import('svelte-sonner'), import('./Toasts.svelte')]).then(
		([{ toast }, { default: Toasts }]) => {
			mount(Toasts, { target: document.body });
			return toast;
		}
	);
	return mounting;
}

/** Says that something was done, and offers to take it back. */
export async function toastUndo(message: string, undo: () => void): Promise<void> {
	const toast = await prepareToasts();
	toast(message, { duration: undoMs, action: { label: m.common_undo(), onClick: undo } });
}

/** Says that something was done; `action` offers what may come next. */
export async function toastDone(message: string, action?: { label: string; onclick: () => void }): Promise<void> {
	const toast = await prepareToasts();
	toast(message, {
		duration: action ? undoMs : readMs,
		...(action ? { action: { label: action.label, onClick: action.onclick } } : {})
	});
}

/** Says that something did not work; stays until dismissed. */
export async function toastTrouble(message: string): Promise<void> {
	const toast = await prepareToasts();
	toast.warning(message, { duration: Infinity, closeButton: true });
}
