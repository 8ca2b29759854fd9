import type { Devices, Joining, JoinRequest, JoinStage } from '$lib/devices';
import { parseCode } from '$lib/sync/pairing/code';
import { linkMark } from './join-link';

/** What was typed, pasted or scanned, by the way it came; null for a code that is none. */
export function readInvitation(text: string): Pick<JoinRequest, 'way' | 'text'> | null {
	const trimmed = text.trim();
	if (trimmed.includes(linkMark)) return { way: 'link', text: trimmed };
	if (trimmed.startsWith('kith:')) return { way: 'scan', text: trimmed };
	const code = parseCode(trimmed);
	return code === null ? null : { way: 'code', text: code };
}

/** Joining another device, seen from the new one. `stage` is null while nothing has been asked of the other side. */
export class JoinRun {
	stage = $state.raw<JoinStage | null>(null);
	readonly #devices: Devices;
	#session: Joining | null = null;
	/** Grows with each session, so that one which has been left is no longer heard. */
	#turn = 0;

	constructor(devices: Devices) {
		this.#devices = devices;
	}

	async start(request: JoinRequest): Promise<void> {
		const turn = ++this.#turn;
		this.stage = { kind: 'calling' };
		const heard = (stage: JoinStage) => {
			if (turn === this.#turn) this.stage = stage;
		};
		try {
			await this.#end();
			const session = await this.#devices.join(request, heard);
			// Left while it was being begun.
			if (turn !== this.#turn) await session.close();
			else this.#session = session;
		} catch (reason) {
			console.info('Joining a device could not be begun:', String(reason));
			heard({ kind: 'refused', word: 'failed' });
		}
	}

	/** Ends the session, if one was begun; what to ask next is for the owner to say. */
	async close(): Promise<void> {
		this.#turn++;
		this.stage = null;
		await this.#end();
	}

	async #end(): Promise<void> {
		const session = this.#session;
		this.#session = null;
		await session?.close();
	}
}
