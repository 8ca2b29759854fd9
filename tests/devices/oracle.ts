import type { Device } from './device';

interface Write {
	readonly value: string;
	readonly client: number;
	readonly clock: number;
	isSuperseded: boolean;
}

/**
 * What must be left of a history, told by the history alone: a write is superseded only by one made where it had
 * arrived. It knows nothing of slots or stamps.
 */
export class Oracle {
	readonly #writes = new Map<string, Write[]>();

	/** Notes that `run`, on this device, sets a register to a value. */
	write(device: Device, register: string, value: unknown, run: () => void): void {
		const seen = this.#of(register).filter(({ client, clock }) => device.clockOf(client) >= clock);
		run();
		for (const write of seen) write.isSuperseded = true;
		const client = device.yjs.clientID;
		const clock = device.clockOf(client);
		this.#of(register).push({ value: JSON.stringify(value), client, clock, isSuperseded: false });
	}

	get registers(): Iterable<string> {
		return this.#writes.keys();
	}

	/** The values that nobody has superseded, each once. */
	left(register: string): readonly string[] {
		return [...new Set(this.#left(register).map(({ value }) => value))];
	}

	/** The last of them by true time. */
	latest(register: string): string | undefined {
		return this.#left(register).at(-1)?.value;
	}

	#left(register: string): readonly Write[] {
		return this.#of(register).filter((write) => !write.isSuperseded);
	}

	#of(register: string): Write[] {
		const writes = this.#writes.get(register) ?? [];
		this.#writes.set(register, writes);
		return writes;
	}
}
