import type { Kith, SaveStatus } from '$lib/kith';
import type { Opened } from './opened';

/** What storage is doing, unless the document may not be written at all. */
export function statusOf({ doc, adapters }: Opened): Pick<Kith, 'watchStatus'> {
	return {
		watchStatus: async (listener) => {
			let stored: SaveStatus = { state: 'opening' };
			const tell = () => listener(doc.isNewer ? { state: 'read-only', reason: 'newer-document' } : stored);
			const stops = [
				adapters.log.watchStatus((status) => {
					stored = status;
					tell();
				}),
				doc.watch(({ settings }) => {
					if (settings && doc.isNewer) tell();
				})
			];
			return () => stops.forEach((stop) => stop());
		}
	};
}
