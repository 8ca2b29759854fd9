import type { NetworkSettings } from '$lib/devices';
import type { MeetingPoint, MeetingState } from '../meeting/meeting-point';

/** The one meeting point that the settings name, if any, and how it stands. */
export class MeetingPlace {
	point: MeetingPoint | null = null;
	/** Null where there is none. */
	state: MeetingState | null = null;
	readonly #pointOf: (settings: NetworkSettings) => MeetingPoint | null;
	readonly #changed: () => void;
	#stop = () => {};

	constructor(pointOf: (settings: NetworkSettings) => MeetingPoint | null, changed: () => void) {
		this.#pointOf = pointOf;
		this.#changed = changed;
	}

	/** In place of the one before, which is left. */
	take(settings: NetworkSettings): void {
		this.leave();
		this.point = this.#pointOf(settings);
		const watch = this.point?.watchState((state) => {
			this.state = state;
			this.#changed();
		});
		if (watch) this.#stop = watch;
	}

	leave(): void {
		this.#stop();
		this.#stop = () => {};
		this.point?.close();
		this.point = null;
		this.state = null;
	}
}
