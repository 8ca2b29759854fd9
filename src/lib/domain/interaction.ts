import type { ContactId } from './contact';
import type { Instant, When } from './date';

export type InteractionId = string;

/** The kinds Kith knows; any other text is one of the owner's own kinds. */
export const knownKinds = ['met', 'meal', 'call', 'video', 'message', 'mail', 'letter', 'event', 'other'] as const;
export type KnownKind = (typeof knownKinds)[number];

export const isKnownKind = (kind: string): kind is KnownKind => (knownKinds as readonly string[]).includes(kind);

export interface InteractionDraft {
	readonly contactIds: readonly ContactId[];
	readonly kind: string;
	readonly when: When;
	readonly note: string;
	readonly place: string;
	/** Who made it happen; empty when unknown. */
	readonly initiator: '' | 'me' | 'them';
	/** Of a call, message or mail; empty when unknown. */
	readonly direction: '' | 'in' | 'out';
	/** Minutes; 0 when unknown. */
	readonly duration: number;
	/** Its note stands at the top of the pages of those it was with. */
	readonly pinned?: boolean;
}

export interface Interaction extends InteractionDraft {
	readonly id: InteractionId;
	readonly createdAt: Instant;
	/** 0 when not deleted. */
	readonly deletedAt: Instant;
}
