import type { JoinRequest } from '$lib/devices';

/** What the owner fills in before this device joins another one. */
export interface JoinWishes {
	/** As typed or pasted. */
	code: string;
	name: string;
	own: JoinRequest['own'];
}
