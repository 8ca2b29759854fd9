/** Devices with photos and what a document names of them, and links between them, on virtual time. */
import type { PhotoId } from '$lib/domain/contact';
import { memoryChannels, type Wire } from '../channel';
import { virtualClock, type Clock } from '../clock';
import { settle } from '../connect/test-world';
import { openLink, type Link } from '../link/link';
import { createMemoryGroup, type MemoryProver } from '../link/memory-prover';
import { seededRandom } from '../link/random';
import { seen } from '../link/test-devices';
import { formatPhotoMessage, type Form } from './messages';
import { openPhotoExchange, type PhotoExchange } from './photo-exchange';
import { blobOf, MemoryPhotos } from './test-photos';

export class TestDevice {
	readonly photos = new MemoryPhotos();
	exchange: PhotoExchange;
	told = 0;
	#named: ReadonlySet<PhotoId> = new Set();
	readonly #listeners = new Set<() => void>();

	constructor(
		readonly prover: MemoryProver,
		private readonly clock: Clock
	) {
		this.exchange = this.start();
	}

	start(): PhotoExchange {
		return (this.exchange = openPhotoExchange({
			photos: this.photos,
			named: {
				current: () => this.#named,
				watch: (listener) => {
					this.#listeners.add(listener);
					return () => void this.#listeners.delete(listener);
				}
			},
			clock: this.clock,
			changed: () => this.told++
		}));
	}

	name(...ids: readonly PhotoId[]): void {
		this.#named = new Set(ids);
		for (const listener of [...this.#listeners]) listener();
	}

	get listening(): number {
		return this.#listeners.size + this.photos.listening;
	}

	async keep(...pictures: readonly Uint8Array[]): Promise<readonly PhotoId[]> {
		const ids: PhotoId[] = [];
		for (const each of pictures) ids.push(await this.photos.put(blobOf(each)));
		return ids;
	}
}

export async function createWorld() {
	const group = await createMemoryGroup();
	const time = virtualClock(1_000_000);
	let waiting = 0;
	const clock: Clock = {
		now: time.now,
		after(ms, run) {
			waiting++;
			let isOver = false;
			const end = () => {
				if (!isOver) waiting--;
				isOver = true;
			};
			const stop = time.after(ms, () => {
				end();
				run();
			});
			return () => {
				end();
				stop();
			};
		}
	};
	const random = seededRandom(7);

	/** Both ends of a link that nobody has joined. */
	async function open(one: TestDevice, other: TestDevice, wire: Wire = {}) {
		const channels = memoryChannels(clock);
		const [near, far] = channels.ends;
		const shared = { clock, random };
		const opening = Promise.all([
			openLink({ ...shared, channel: near, prover: one.prover, initiator: true, fingerprints: seen.byInitiator }),
			openLink({ ...shared, channel: far, prover: other.prover, initiator: false, fingerprints: seen.byResponder })
		]);
		let links: readonly Link[] | null = null;
		void opening.then((openings) => (links = openings.flatMap(({ link }) => link ?? [])));
		while (links === null) {
			time.advance(0);
			await settle();
		}
		const [oneLink, otherLink] = links as readonly Link[];
		if (!oneLink || !otherLink) throw new Error('refused');
		channels.tune(wire);
		return { channels, oneLink, otherLink };
	}

	return {
		clock,
		open,
		waiting: () => waiting,
		play: (ms: number) => time.play(ms, settle),
		/** The milliseconds it took; null when it was not so within `ms`. */
		async until(holds: () => boolean, ms: number): Promise<number | null> {
			const since = time.now();
			while (!holds()) {
				if (time.now() - since >= ms) return null;
				await time.play(20, settle);
			}
			return time.now() - since;
		},
		device: async (id: string) => new TestDevice(await group.add(id), clock),
		async join(one: TestDevice, other: TestDevice, wire: Wire = {}) {
			const opened = await open(one, other, wire);
			one.exchange.join(opened.oneLink);
			other.exchange.join(opened.otherLink);
			return opened;
		},
		/** The end of a link to `device`, for whoever keeps to no rule. */
		async meet(device: TestDevice, peer: TestDevice) {
			const { oneLink, otherLink } = await open(device, peer);
			const heard: { readonly kind: string; readonly bytes: Uint8Array }[] = [];
			let closed: string | null = null;
			oneLink.watchClose((reason) => (closed = reason));
			otherLink.watchMessages((kind, bytes) => heard.push({ kind, bytes }));
			device.exchange.join(oneLink);
			return {
				link: otherLink,
				heard,
				/** Why the device closed the link; null while it has not. */
				closedBy: () => closed,
				say: (form: Form, ...ids: readonly PhotoId[]) =>
					void otherLink.send('photo-wish', formatPhotoMessage({ form, ids }), 'control').catch(String),
				sayBytes: (bytes: Uint8Array) => void otherLink.send('photo-wish', bytes, 'control').catch(String),
				send: (photo: Uint8Array) => void otherLink.send('photo', photo, 'photo').catch(String)
			};
		}
	};
}

export type World = Awaited<ReturnType<typeof createWorld>>;
