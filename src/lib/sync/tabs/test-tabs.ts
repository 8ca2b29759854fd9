/** Tabs of one browser: locks and a channel that they share. */
import { virtualClock, type VirtualClock } from '../clock';
import type { Locks } from './lead';
import type { TabChannel, TabMessage } from './tab-messages';

interface Holder {
	readonly run: () => Promise<unknown>;
	readonly lose: (reason: Error) => void;
}

/** Locks as the browser has them: one holder of a name, others in line, and stealing. */
export class TestLocks {
	readonly #holders = new Map<string, Holder>();
	readonly #lines = new Map<string, Holder[]>();

	readonly request = ((name: string, { steal, signal }: LockOptions, work: () => Promise<unknown>) =>
		new Promise<void>((resolve, reject) => {
			const holder: Holder = {
				run: async () => {
					this.#holders.set(name, holder);
					await work();
					if (this.#holders.get(name) !== holder) return;
					this.#holders.delete(name);
					resolve();
					void this.#lines.get(name)?.shift()?.run();
				},
				lose: reject
			};
			const line = this.#lines.get(name) ?? [];
			this.#lines.set(name, line);
			if (steal) {
				this.#holders.get(name)?.lose(new DOMException('stolen', 'AbortError'));
				void holder.run();
			} else if (this.#holders.has(name)) {
				line.push(holder);
				signal?.addEventListener('abort', () => {
					if (line.includes(holder)) line.splice(line.indexOf(holder), 1);
					reject(new DOMException('given up', 'AbortError'));
				});
			} else void holder.run();
		})) as Locks['request'];

	get waiting(): number {
		return [...this.#lines.values()].flat().length;
	}
	get held(): number {
		return this.#holders.size;
	}
}

/** One channel: what a tab says arrives at the others, a turn later. */
export class TestChannels {
	readonly #open = new Map<TabChannel, Set<(event: { readonly data: TabMessage }) => void>>();

	/** @param isFrozen whether the tab neither hears nor is heard just now */
	channel(isFrozen: () => boolean): TabChannel {
		const channel: TabChannel = {
			postMessage: (message) => {
				const copy = structuredClone(message);
				queueMicrotask(() => {
					for (const [other, listeners] of this.#open)
						if (other !== channel) for (const listener of listeners) listener({ data: copy });
				});
			},
			addEventListener: (_, listener) =>
				this.#open.get(channel)?.add((event) => {
					if (!isFrozen()) listener(event);
				}),
			close: () => void this.#open.delete(channel)
		};
		this.#open.set(channel, new Set());
		return channel;
	}

	get open(): number {
		return this.#open.size;
	}
}

export interface Browser {
	readonly clock: VirtualClock;
	readonly locks: TestLocks;
	readonly channels: TestChannels;
}

export const testBrowser = (): Browser => ({
	clock: virtualClock(),
	locks: new TestLocks(),
	channels: new TestChannels()
});
