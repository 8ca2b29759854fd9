/** What the browser says of this app's storage. */
export class StorageState {
	/** True when the browser promised not to clear it by itself; null while unknown or untold. */
	persisted = $state<boolean | null>(null);
	/** Bytes; null while unknown or untold. */
	usage = $state<number | null>(null);
	readonly #storage: StorageManager | undefined;

	constructor(storage = navigator.storage as StorageManager | undefined) {
		this.#storage = storage;
	}

	async read(): Promise<void> {
		this.persisted = (await this.#storage?.persisted?.()) ?? null;
		this.usage = (await this.#storage?.estimate?.())?.usage ?? null;
	}

	/** The browser may ask the owner, or decide by itself. */
	async persist(): Promise<void> {
		this.persisted = (await this.#storage?.persist?.()) ?? null;
	}
}
