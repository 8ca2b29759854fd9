import type { Interaction, InteractionId } from '$lib/domain/interaction';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt, wasMade } from '$lib/ui/trouble/attempt';

/** Pins the note to the top of the pages of those it was with, or no longer. */
export async function pinInteraction({ kith }: Live, { id, ...draft }: Interaction): Promise<void> {
	await attempt(kith.editInteraction(id, { ...draft, pinned: !draft.pinned }));
}

export async function removeInteraction({ kith }: Live, id: InteractionId): Promise<void> {
	const made = await wasMade(kith.remove('interaction', [id]));
	if (made) void toastUndo(m.timeline_deleted(), () => void attempt(kith.restore('interaction', [id])));
}
