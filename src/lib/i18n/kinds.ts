import { isKnownKind, type KnownKind } from '$lib/domain/interaction';
import * as m from '$lib/paraglide/messages';

const words: Record<KnownKind, () => string> = {
	met: m.kind_met,
	meal: m.kind_meal,
	call: m.kind_call,
	video: m.kind_video,
	message: m.kind_message,
	mail: m.kind_mail,
	letter: m.kind_letter,
	event: m.kind_event,
	other: m.kind_other
};

/** A kind in words; one of the owner's own kinds is its own word. */
export const kindInWords = (kind: string): string => (isKnownKind(kind) ? words[kind]() : kind);
