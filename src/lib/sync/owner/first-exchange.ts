import type { AddStage, DeviceId, JoinStage } from '$lib/devices';
import type { Clock } from '../clock';
import type { DeviceExchange, Exchange } from '../exchange/exchange';

type End = AddStage & JoinStage;

export interface FirstExchangeOptions {
	readonly exchange: Exchange;
	readonly clock: Clock;
	readonly nameOf: (device: DeviceId) => string;
	/** Null: whichever of them is linked first. */
	readonly device: DeviceId | null;
	readonly countContacts: () => number;
	readonly tell: (stage: End) => void;
}

/** Devices that were introduced and found no path between them by then have none. */
const pathMs = 60_000;

/** Tells how far a first exchange has come, until both devices have the same; the answer ends it before. */
export function followFirstExchange(options: FirstExchangeOptions): () => void {
	const { exchange, clock, nameOf, countContacts, tell } = options;
	let isOver = false;
	let stop = () => {};
	const forget = clock.after(pathMs, () => end({ kind: 'refused', word: 'no-path' }));

	function end(stage: End): void {
		if (isOver) return;
		leave();
		tell(stage);
	}

	function leave(): void {
		isOver = true;
		forget();
		stop();
	}

	function take({ device, isLinked, having, progress }: DeviceExchange): void {
		if (!isLinked || !progress) return;
		forget();
		if (having.kind === 'up-to-date') return end({ kind: 'done', device: nameOf(device), contacts: countContacts() });
		tell({ kind: 'exchanging', device: nameOf(device), progress });
	}

	stop = exchange.watch((devices) => {
		const one = devices.find(({ device, isLinked }) => (options.device ? device === options.device : isLinked));
		if (one && !isOver) take(one);
	});
	// It may have told at once that all is done.
	if (isOver) stop();
	return leave;
}
