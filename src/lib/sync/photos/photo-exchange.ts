/** The photos that the document names, brought from and to the owner's other devices behind everything else. */
import type { DeviceId } from '$lib/devices';
import type { PhotoId } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import type { Clock } from '../clock';
import { Timers } from '../connect/timers';
import type { Link } from '../link/link';
import { againMs } from './answering';
import { MissingPhotos } from './missing-photos';
import type { NamedPhotos, PhotoStore } from './ports';
import { PatientStore, pauseMs } from './patient-store';
import { PhotoLink } from './photo-link';

/** Changes of what is named or kept within this time are taken together. */
const togetherMs = 200;
/** How many are still to come is told this often. */
const tellMs = 500;
/** A photo that did not come within this time is asked of another device, too. */
const slowMs = 60_000;

export interface PhotoExchangeOptions {
	readonly photos: PhotoStore;
	readonly named: NamedPhotos;
	readonly clock: Clock;
	/** There are more or fewer still to come. */
	readonly changed: () => void;
}

export interface PhotoExchange {
	/** Photos that the document names and that are not here. */
	readonly toCome: number;
	/** In the turn in which the link is given out. It is closed by what the other device does against the rules. */
	join(link: Link): void;
	/** A screen shows its place, and it is not here: it comes before the others. */
	want(id: PhotoId): void;
	/** Photos are asked again of a device that sent what was none. */
	forgive(device: DeviceId): void;
	/** A device that was removed is asked and given nothing more; its link stays. */
	forget(device: DeviceId): void;
	/** Leaves the links open. */
	close(): void;
}

export const openPhotoExchange = (options: PhotoExchangeOptions): PhotoExchange => new LinkedPhotos(options);

class LinkedPhotos implements PhotoExchange {
	readonly #options: PhotoExchangeOptions;
	readonly #timers: Timers;
	readonly #store: PatientStore;
	readonly #missing = new MissingPhotos();
	readonly #links = new Set<PhotoLink>();
	/** They sent what was no photo: nothing more is asked of them. */
	readonly #distrusted = new Set<DeviceId>();
	readonly #stops: (() => void)[];
	/** Which photos are kept here is known. */
	#isReady = false;
	#isOver = false;
	#isFollowing = false;
	#isTelling = false;
	#isWaiting = false;
	#told = 0;
	/** What was named when it was looked at last; null when something was lost since. */
	#named: ReadonlySet<PhotoId> | null = null;
	#askedAllAt: Instant;

	constructor(options: PhotoExchangeOptions) {
		const { photos, named, clock } = options;
		this.#options = options;
		this.#store = new PatientStore(photos, clock);
		this.#timers = new Timers(clock);
		this.#askedAllAt = clock.now();
		this.#stops = [
			named.watch(() => this.#followSoon()),
			photos.watch((id) => {
				this.#missing.keep(id);
				this.#followSoon();
			})
		];
		void this.#open();
	}

	get toCome(): number {
		return this.#isReady ? this.#missing.count : 0;
	}

	join(link: Link): void {
		if (link.isBehind || this.#isOver) return;
		const { clock } = this.#options;
		const joined: PhotoLink = new PhotoLink(link, {
			missing: this.#missing,
			isTrusted: () => !this.#distrusted.has(link.peerId),
			now: () => clock.now(),
			after: (ms, run) => void this.#timers.after(ms, run),
			isPaused: () => !this.#isReady || this.#store.isPaused,
			isComing: (id) => [...this.#links].some((other) => other !== joined && this.#isFresh(other.wishedSince(id))),
			isGiven: (id) => this.#isReady && this.#missing.isGiven(id),
			read: (id) => this.#read(id),
			keep: (id, photo) => this.#keep(id, photo),
			refused: () => this.#proceed(),
			offended: () => void this.#distrusted.add(link.peerId),
			ended: (ended) => {
				this.#links.delete(ended);
				this.#proceed();
			}
		});
		if (joined.isOver) return;
		this.#links.add(joined);
		joined.consider(this.#missing.all());
		this.#followSoon();
	}

	want(id: PhotoId): void {
		this.#missing.want(id);
		if (this.#missing.isMissing(id)) this.#proceed();
		else if (this.#missing.isKept(id)) void this.#read(id);
	}

	forgive(device: DeviceId): void {
		if (this.#distrusted.delete(device)) this.#proceed();
	}

	forget(device: DeviceId): void {
		for (const link of [...this.#links]) if (link.device === device) link.leave();
	}

	close(): void {
		this.#isOver = true;
		for (const stop of this.#stops) stop();
		for (const link of [...this.#links]) link.leave();
		this.#timers.end();
	}

	async #open(): Promise<void> {
		const ids = await this.#store.list();
		if (!ids) {
			this.#timers.after(pauseMs, () => void this.#open());
			return;
		}
		for (const id of ids) this.#missing.keep(id);
		this.#isReady = true;
		this.#follow();
	}

	#followSoon(): void {
		if (this.#isFollowing) return;
		this.#isFollowing = true;
		this.#timers.after(togetherMs, () => {
			this.#isFollowing = false;
			if (this.#isReady) this.#follow();
		});
	}

	/** What is named or kept may have changed. */
	#follow(): void {
		if (this.#isOver) return;
		const named = this.#options.named.current();
		if (named !== this.#named) this.#name(named);
		for (const link of this.#links) link.look();
		this.#proceed();
	}

	#name(named: ReadonlySet<PhotoId>): void {
		this.#named = named;
		const known = new Set(this.#missing.all());
		this.#missing.name(named);
		const fresh = [...this.#missing.all()].filter((id) => !known.has(id));
		for (const link of this.#links) link.consider(fresh);
	}

	#proceed(): void {
		if (this.#isOver) return;
		for (const link of [...this.#links]) link.proceed();
		this.#tellSoon();
		this.#waitForMore();
	}

	/** While something is missing: what is slow is asked of others, and after a while everybody is asked anew. */
	#waitForMore(): void {
		if (this.#isWaiting || this.#links.size === 0 || this.#missing.count === 0) return;
		this.#isWaiting = true;
		this.#timers.after(slowMs, () => {
			this.#isWaiting = false;
			const now = this.#options.clock.now();
			if (now - this.#askedAllAt >= againMs) {
				this.#askedAllAt = now;
				for (const link of this.#links) link.consider(this.#missing.all());
			}
			this.#proceed();
		});
	}

	#tellSoon(): void {
		if (this.#isTelling || this.toCome === this.#told) return;
		this.#isTelling = true;
		this.#timers.after(tellMs, () => {
			this.#isTelling = false;
			this.#told = this.toCome;
			this.#options.changed();
		});
	}

	#isFresh(since: Instant | null): boolean {
		return since !== null && this.#options.clock.now() - since < slowMs;
	}

	async #read(id: PhotoId): Promise<Uint8Array | null> {
		const photo = await this.#store.read(id);
		if (photo !== 'lost') return photo;
		this.#missing.lose(id);
		this.#named = null;
		this.#followSoon();
		return null;
	}

	async #keep(id: PhotoId, photo: Blob): Promise<boolean> {
		if (!(await this.#store.keep(photo))) return false;
		this.#missing.keep(id);
		this.#followSoon();
		this.#tellSoon();
		return true;
	}
}
