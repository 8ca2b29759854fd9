import { proxy, wrap } from 'comlink';
import type { AddressBookReader } from './address-book-reader';

/** The reader in its worker. Ending the worker stops a reading: its promise then never settles. */
export function connectImport(worker: Worker): AddressBookReader {
	const remote = wrap<AddressBookReader>(worker);
	const broken = new Promise<never>((_, reject) => {
		worker.addEventListener('error', ({ message }) => reject(new Error(`the import worker did not start: ${message}`)));
	});
	broken.catch(() => undefined);
	return { read: (file, take) => Promise.race([remote.read(file, proxy(take)), broken]) };
}
