import type { Kith } from '$lib/kith';
import type { UnsavedEdits } from './unsaved-edits.svelte';

const isQuestion = (name: keyof Kith) => /^(read|watch|export)/.test(name);

/** The same Kith; a change counts as an unsaved edit from the moment it is asked for until it is durable or refused. */
export function heldKith(kith: Kith, unsaved: UnsavedEdits): Kith {
	return new Proxy(kith, {
		get: (own, name: keyof Kith) => {
			const ask = own[name] as (...args: unknown[]) => Promise<unknown>;
			if (isQuestion(name)) return ask;
			return async (...args: unknown[]) => {
				const end = unsaved.begin();
				try {
					return await ask(...args);
				} finally {
					end();
				}
			};
		}
	});
}
