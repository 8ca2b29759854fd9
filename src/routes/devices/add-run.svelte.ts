import type { Adding, AddStage, Devices, WayIn } from '$lib/devices';

/** Adding a device, seen from the one that has the data: one session at a time, begun anew for each way. */
export class AddRun {
	way = $state<WayIn>('code');
	stage = $state.raw<AddStage>({ kind: 'preparing' });
	readonly #devices: Devices;
	readonly #name: Promise<string>;
	#session: Adding | null = null;
	/** Grows with each session, so that one which has been left is no longer heard. */
	#turn = 0;

	/** @param name what this device is called, if it is the first of its group */
	constructor(devices: Devices, name: Promise<string>) {
		this.#devices = devices;
		this.#name = name;
	}

	/** Lets another device in by this way, and by no other any more. */
	async start(way: WayIn): Promise<void> {
		const turn = ++this.#turn;
		this.way = way;
		this.stage = { kind: 'preparing' };
		const heard = (stage: AddStage) => {
			if (turn === this.#turn) this.stage = stage;
		};
		try {
			await this.#end();
			const session = await this.#devices.add(way, await this.#name, heard);
			// Left while it was being begun.
			if (turn !== this.#turn) await session.close();
			else this.#session = session;
		} catch (reason) {
			console.info('Adding a device could not be begun:', String(reason));
			heard({ kind: 'refused', word: 'failed' });
		}
	}

	/** What the camera read; false when it is no answer of another device. */
	async scanned(text: string): Promise<boolean> {
		return (await this.#session?.scanned(text)) ?? false;
	}

	async confirm(): Promise<void> {
		await this.#session?.confirm();
	}

	async decline(): Promise<void> {
		await this.#session?.decline();
	}

	async close(): Promise<void> {
		this.#turn++;
		await this.#end();
	}

	async #end(): Promise<void> {
		const session = this.#session;
		this.#session = null;
		await session?.close();
	}
}
