import type { Action } from './actions.svelte';

/** Time to press the second key of `g t`. */
const sequenceMs = 1_200;

const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/** `mod+k`, `?`, `g`: how a key press is written in `Action.keys`. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	return event.ctrlKey || event.metaKey ? `mod+${key}` : event.altKey ? `alt+${key}` : key;
}

/**
 * Follows key presses and runs the action whose keys they are. While someone types, or a dialog or menu is open, only
 * `mod+` keys count. Returns the stop.
 */
export function watchKeys(target: EventTarget, actions: () => readonly Action[]): () => void {
	let pressed = '';
	let timer: ReturnType<typeof setTimeout> | undefined;

	const press = (event: Event) => {
		if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.repeat || event.isComposing) return;
		const key = keyOf(event);
		const within = event.target instanceof Element ? event.target : null;
		const busy = within?.closest(`${typing}, [role="dialog"], [role="menu"]`);
		if (busy && !key.startsWith('mod+')) return;
		clearTimeout(timer);
		const keys = pressed ? `${pressed} ${key}` : key;
		const known = actions();
		const action =
			known.find((candidate) => candidate.keys === keys) ?? known.find((candidate) => candidate.keys === key);
		pressed = known.some((candidate) => candidate.keys?.startsWith(`${keys} `)) ? keys : '';
		if (pressed) timer = setTimeout(() => (pressed = ''), sequenceMs);
		if (!action) return;
		pressed = '';
		event.preventDefault();
		action.run();
	};

	target.addEventListener('keydown', press);
	return () => {
		clearTimeout(timer);
		target.removeEventListener('keydown', press);
	};
}
