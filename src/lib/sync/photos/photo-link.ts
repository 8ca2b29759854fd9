import type { DeviceId } from '$lib/devices';
import type { PhotoId } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import type { Link } from '../link/link';
import { SendFailed } from '../link/sender';
import { Answering } from './answering';
import { Asking } from './asking';
import { formatPhotoMessage, parsePhotoMessage, PhotoOffence, type Form } from './messages';
import type { MissingPhotos } from './missing-photos';

export interface PhotoLinkHost {
	readonly missing: MissingPhotos;
	/** Whether anything is asked of the device. */
	isTrusted(): boolean;
	now(): Instant;
	after(ms: number, run: () => void): void;
	isPaused(): boolean;
	isComing(id: PhotoId): boolean;
	isGiven(id: PhotoId): boolean;
	read(id: PhotoId): Promise<Uint8Array | null>;
	keep(id: PhotoId, photo: Blob): Promise<boolean>;
	/** It does not send what it had promised. */
	refused(): void;
	/** It broke the rules. */
	offended(): void;
	/** At once where the link has closed already. */
	ended(link: PhotoLink): void;
}

/** One link, as far as photos go: what it brings is read, and what breaks the rules closes it. */
export class PhotoLink {
	isOver = false;
	readonly #link: Link;
	readonly #host: PhotoLinkHost;
	readonly #asking: Asking;
	readonly #answering: Answering;
	readonly #stops: (() => void)[];

	constructor(link: Link, host: PhotoLinkHost) {
		this.#link = link;
		this.#host = host;
		const say = (form: Form, ids: readonly PhotoId[]) => {
			void this.#send('photo-wish', formatPhotoMessage({ form, ids }));
		};
		this.#asking = new Asking({
			missing: host.missing,
			now: () => host.now(),
			get isPaused() {
				return host.isPaused() || !host.isTrusted();
			},
			isComing: (id) => host.isComing(id),
			refused: () => host.refused(),
			keep: (id, photo) => host.keep(id, photo),
			say
		});
		const isOver = () => this.isOver;
		this.#answering = new Answering({
			now: () => host.now(),
			after: (ms, run) => host.after(ms, () => (isOver() ? undefined : run())),
			isGiven: (id) => host.isGiven(id),
			read: (id) => host.read(id),
			send: (photo) => this.#send('photo', photo),
			get isOver() {
				return isOver();
			},
			say
		});
		this.#stops = [
			link.watchMessages((kind, bytes) => {
				if (kind === 'photo-wish') this.#obey(() => this.#hear(bytes));
				else if (kind === 'photo') void this.#asking.receive(bytes).catch((reason: unknown) => this.#refuse(reason));
			}),
			link.watchClose(() => this.leave())
		];
		if (this.isOver) for (const stop of this.#stops) stop();
	}

	get device(): DeviceId {
		return this.#link.peerId;
	}

	wishedSince(id: PhotoId): Instant | null {
		return this.#asking.wishedSince(id);
	}

	consider(ids: Iterable<PhotoId>): void {
		this.#asking.consider(ids);
	}

	proceed(): void {
		if (!this.isOver) this.#asking.proceed();
	}

	look(): void {
		if (!this.isOver) this.#answering.look();
	}

	/** The link stays as it is. */
	leave(): void {
		if (this.isOver) return;
		this.isOver = true;
		for (const stop of this.#stops ?? []) stop();
		this.#host.ended(this);
	}

	#hear(bytes: Uint8Array): void {
		const { form, ids } = parsePhotoMessage(bytes);
		if (form === 'question') this.#answering.question(ids);
		else if (form === 'wish') this.#answering.wish(ids);
		else if (form === 'answer') this.#asking.answered(ids);
		else if (form === 'arrived') this.#asking.arrived(ids);
		else this.#asking.refused(ids);
	}

	#obey(run: () => void): void {
		try {
			run();
		} catch (reason) {
			this.#refuse(reason);
		}
	}

	#refuse(reason: unknown): void {
		if (!(reason instanceof PhotoOffence)) throw reason;
		this.#host.offended();
		this.leave();
		this.#link.close(reason.word);
	}

	/** What a link that ends does not take is asked for again on the next. */
	async #send(kind: 'photo-wish' | 'photo', bytes: Uint8Array): Promise<void> {
		if (this.isOver) return;
		try {
			await this.#link.send(kind, bytes, kind === 'photo' ? 'photo' : 'control');
		} catch (reason) {
			if (!(reason instanceof SendFailed)) throw reason;
		}
	}
}
