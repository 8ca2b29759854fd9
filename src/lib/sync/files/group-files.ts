/** What this device writes into files for the others, and takes from theirs. */
import type { FileOutcome, FileRefusal } from '$lib/devices';
import type { Clock } from '../clock';
import type { Exchange } from '../exchange/exchange';
import type { FileMoment } from '../exchange/file-exchange';
import type { Receipt } from '../exchange/receipts';
import { gateLimits } from '../gate/inspect';
import type { Bytes, RandomBytes } from '../trust/bytes';
import type { Group } from '../trust/group';
import type { DeviceId } from '../trust/identity';
import { readSegment, writeSegment } from './segments';

export interface GroupFilesOptions {
	readonly group: Group;
	readonly exchange: Exchange;
	readonly clock: Clock;
	readonly random: RandomBytes;
	/** The number of the newest segment this device wrote. */
	readonly numbers: { read(): Promise<number>; write(number: number): Promise<void> };
}

/** What goes into a file. */
export interface Draft {
	readonly receipt: Receipt;
	readonly update: Uint8Array;
	/** The number of the segment it builds on; 0 for none. */
	readonly after: number;
}

export interface Written {
	readonly number: number;
	readonly bytes: Bytes;
}

/** More is missing than a file may hold. */
export class TooLarge extends Error {
	override readonly name = 'TooLarge';
}

export class GroupFiles {
	readonly #options: GroupFilesOptions;
	/** One at a time: each is judged with what the one before brought. */
	#turn: Promise<unknown> = Promise.resolve();
	#isClosed = false;

	constructor(options: GroupFilesOptions) {
		this.#options = options;
	}

	get group(): Group {
		return this.#options.group;
	}

	others(): readonly DeviceId[] {
		const { group } = this.#options;
		return [...group.view().members.keys()].filter((id) => id !== group.identity.id);
	}

	/**
	 * A file for all others of what `draft` makes of the document; null when that is null, and while this device may
	 * write none. Rejects with `TooLarge`, and when the document or the number cannot be stored.
	 */
	write<D extends Draft>(draft: (moment: FileMoment) => D | null): Promise<(Written & { readonly draft: D }) | null> {
		const { group, exchange, clock, random, numbers } = this.#options;
		return this.#inTurn(async () => {
			const others = this.others();
			if (others.length === 0) return null;
			const made = await exchange.forFiles(others, (moment) => {
				const drafted = draft(moment);
				return drafted && { draft: drafted, written: clock.now() };
			});
			if (!made) return null;
			if (made.draft.update.byteLength > gateLimits.mostBytes) throw new TooLarge();
			const number = Math.max(made.written, (await numbers.read()) + 1);
			await numbers.write(number);
			const { receipt, update, after } = made.draft;
			const bytes = await writeSegment(group, random, number, { written: made.written, after, receipt, update });
			return bytes && { number, bytes, draft: made.draft };
		});
	}

	/** Rejects when the gate or the group's store fails. */
	take(bytes: Uint8Array): Promise<FileOutcome> {
		const { group, exchange } = this.#options;
		return this.#inTurn(async () => {
			// Whoever was removed is alone.
			if (!group.view().members.has(group.identity.id)) return { kind: 'refused', word: 'alone', device: '' };
			const read = await readSegment(group, bytes);
			const { members, removed } = group.view();
			const device = read.sender ? ((members.get(read.sender) ?? removed.get(read.sender))?.name ?? '') : '';
			const refuse = (word: FileRefusal): FileOutcome => ({ kind: 'refused', word, device });
			if ('refused' in read) return refuse(read.refused);
			const { written, after, receipt, update } = read.content;
			const { sender, number } = read;
			const verdict = await exchange.takeFile({ device: sender, number, written, receipt, update });
			if (verdict.kind === 'refused') return refuse(verdict.isNew ? 'harmful' : 'not-listened');
			// A number is a time.
			if (verdict.kind === 'gap') return { kind: 'gap', device, after: after || null };
			return { ...verdict, device };
		});
	}

	/** What is asked for from now on is rejected. */
	close(): void {
		this.#isClosed = true;
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#turn.then(() => {
			if (this.#isClosed) throw new Error('closed');
			return work();
		});
		this.#turn = done.catch(() => undefined);
		return done;
	}
}
