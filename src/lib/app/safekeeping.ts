/** Snapshots, and the owner's own files of the whole document. */
import { KithError, type Kith } from '$lib/kith';
import { BadState } from '$lib/doc/state-file';
import { isSound } from '$lib/updates/soundness';
import type { Opened } from './opened';

type Safekeeping = Pick<
	Kith,
	'readSnapshots' | 'takeSnapshot' | 'restoreSnapshot' | 'exportDocument' | 'mergeDocument'
>;

export function safekeepingOf(opened: Opened): Safekeeping {
	const { doc, projection } = opened;
	const { log } = opened.adapters;
	const merge = async (bytes: Uint8Array, bringsValuesBack: boolean) => {
		if (!isSound(bytes)) throw new KithError('invalid', 'These bytes cannot be merged without harm.');
		try {
			await opened.settle(() => doc.mergeState(bytes, bringsValuesBack));
		} catch (error) {
			if (error instanceof BadState) throw new KithError(error.isNewer ? 'newer-document' : 'invalid', error.message);
			throw error;
		}
	};
	return {
		readSnapshots: () => log.readSnapshots(),
		takeSnapshot: () => log.takeSnapshot('manual', projection.live.size),
		restoreSnapshot: async (id) => {
			const bytes = await log.readSnapshot(id);
			await log.takeSnapshot('restore', projection.live.size);
			await merge(bytes, true);
		},
		exportDocument: async () => doc.state(),
		mergeDocument: (bytes) => merge(bytes, false)
	};
}
