import type { InteractionId } from '$lib/domain/interaction';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt } from '$lib/ui/trouble/attempt';

export async function removeInteraction({ kith }: Live, id: InteractionId): Promise<void> {
	await attempt(
		kith
			.remove('interaction', [id])
			.then(() => toastUndo(m.timeline_deleted(), () => void attempt(kith.restore('interaction', [id]))))
	);
}
