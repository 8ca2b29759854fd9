/**
 * A value of this device that outlives the page, in `localStorage`. Other tabs follow. Where storage is refused
 * (private windows, blocked cookies) the value lives as long as the page.
 */
export class Persisted<T> {
	readonly #key: string;
	readonly #storage: Storage | null;
	#current: T;

	/** @param parse makes a valid value of whatever was stored; `null` when nothing readable was. */
	constructor(key: string, parse: (stored: unknown) => T, storage: Storage | null = deviceStorage()) {
		this.#key = key;
		this.#storage = storage;
		this.#current = $state.raw(parse(read(storage, key)));
		globalThis.addEventListener?.('storage', (event) => {
			if (event.storageArea === storage && event.key === key) this.#current = parse(read(storage, key));
		});
	}

	get current(): T {
		return this.#current;
	}

	set current(value: T) {
		this.#current = value;
		try {
			this.#storage?.setItem(this.#key, JSON.stringify(value));
		} catch (reason) {
			// Full or refused: the page goes on with the value it has.
			console.warn('A preference was not kept:', reason);
		}
	}
}

function read(storage: Storage | null, key: string): unknown {
	try {
		return JSON.parse(storage?.getItem(key) ?? 'null');
	} catch {
		return null;
	}
}

function deviceStorage(): Storage | null {
	try {
		return globalThis.localStorage ?? null;
	} catch {
		return null;
	}
}
