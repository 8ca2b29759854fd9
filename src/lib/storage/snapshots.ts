import { KithError, type SnapshotInfo } from '$lib/kith';
import type { Files } from './files';
import { gunzip, gzip } from './gzip';
import { isSound } from '$lib/updates/soundness';
import { outdated } from './retention';
import { asWriteError } from './write-failure';

export interface Snapshots {
	keep(info: Omit<SnapshotInfo, 'id' | 'size'>, update: Uint8Array): Promise<void>;
	list(): Promise<readonly SnapshotInfo[]>;
	read(id: string): Promise<Uint8Array>;
}

/** Each snapshot is written to every place, and read from the first that still has it whole. */
export function createSnapshots(stores: readonly Files[]): Snapshots {
	async function list(): Promise<readonly SnapshotInfo[]> {
		const found = await Promise.allSettled(stores.map((store) => store.list()));
		const sizes = new Map(found.flatMap((result) => (result.status === 'fulfilled' ? [...result.value] : [])));
		return [...sizes].flatMap(([id, size]) => parseId(id, size)).sort((a, b) => b.takenAt - a.takenAt);
	}

	return {
		list,
		async keep(info, update) {
			const bytes = await gzip(update);
			const written = await Promise.allSettled(stores.map((store) => store.write(formatId(info), bytes)));
			const failure = written.find((result) => result.status === 'rejected');
			if (failure && written.every((result) => result.status === 'rejected')) throw asWriteError(failure.reason);
			const ids = outdated(await list(), info.takenAt);
			await Promise.allSettled(stores.flatMap((store) => ids.map((id) => store.remove(id))));
		},
		async read(id) {
			for (const store of stores) {
				try {
					const update = await gunzip(await store.read(id));
					if (isSound(update)) return update;
				} catch {
					continue;
				}
			}
			throw new KithError('not-found', `no readable snapshot ${id}`);
		}
	};
}

/** The id says it all, so that a file needs no list beside it. */
function formatId({ takenAt, reason, contacts }: Omit<SnapshotInfo, 'id' | 'size'>): string {
	return `${takenAt}-${reason}-${contacts}`;
}

function parseId(id: string, size: number): SnapshotInfo[] {
	const match = /^(\d+)-(daily|import|manual|restore|pairing|aside)-(\d+)$/.exec(id);
	if (!match) return [];
	return [
		{ id, takenAt: Number(match[1]), reason: match[2] as SnapshotInfo['reason'], contacts: Number(match[3]), size }
	];
}
