import type { Files } from './files';
import { opfsFiles } from './opfs-files';

const suffix = '.kith.gz';

/** Snapshots as files that say what they are. */
export function opfsSnapshots(folder: string): Files {
	const files = opfsFiles(folder);
	return {
		write: (id, bytes) => files.write(id + suffix, bytes),
		list: async () => {
			const named = [...(await files.list())].filter(([name]) => name.endsWith(suffix));
			return new Map(named.map(([name, size]) => [name.slice(0, -suffix.length), size]));
		},
		read: (id) => files.read(id + suffix),
		remove: (id) => files.remove(id + suffix)
	};
}
