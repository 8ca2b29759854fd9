import type { InteractionDraft, InteractionId } from '$lib/domain/interaction';
import { isKnownKind } from '$lib/i18n/kinds';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt, wasMade } from '$lib/ui/trouble/attempt';

/** Writes what was edited; false when it was refused, which is said. A kind named for the first time becomes one of the owner's own, and counts as contact. */
export async function saveInteraction(
	{ kith, settings }: Live,
	id: InteractionId,
	draft: InteractionDraft
): Promise<boolean> {
	const { kind } = draft;
	if (!(await wasMade(kith.editInteraction(id, draft)))) return false;
	if (isKnownKind(kind) || settings.ownKinds.includes(kind)) return true;
	await attempt(
		kith.editSettings({ ownKinds: [...settings.ownKinds, kind], countingKinds: [...settings.countingKinds, kind] })
	);
	return true;
}

export async function removeInteraction({ kith }: Live, id: InteractionId): Promise<void> {
	await attempt(
		kith
			.remove('interaction', [id])
			.then(() => toastUndo(m.timeline_deleted(), () => void attempt(kith.restore('interaction', [id]))))
	);
}
