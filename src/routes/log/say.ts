import type { ContactId } from '$lib/domain/contact';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt, wasMade } from '$lib/ui/trouble/attempt';

/** Ticks off what was to be said to someone. */
export async function say({ kith }: Live, id: ContactId, text: string): Promise<void> {
	const page = await attempt(kith.readPage(id));
	const item = page?.contact.nextTime.find((open) => open.text === text && !open.done);
	if (!item) return;
	const mark = (done: boolean) => wasMade(kith.editContact(id, { lists: { nextTime: { [item.id]: { text, done } } } }));
	if (await mark(true)) await toastUndo(m.today_next_time_said({ text }), () => void mark(false));
}
