/**
 * `malformed`: bytes that are not what they should be. `not-a-member`: the device asked for, or this one, is not in the
 * group. `full`: the group has as many devices, or the roster as many entries, as it takes. `other-group`: this device
 * belongs to another group already. `unopened`: sealed with another secret, or changed on the way. `replayed`: heard
 * before.
 */
export type TrustTrouble = 'malformed' | 'not-a-member' | 'full' | 'other-group' | 'unopened' | 'replayed';

/** All that this room throws. */
export class TrustError extends Error {
	override readonly name = 'TrustError';

	constructor(readonly code: TrustTrouble) {
		super(code);
	}
}
