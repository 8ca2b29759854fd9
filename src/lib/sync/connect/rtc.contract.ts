/**
 * What every `Rtc` must do: the one in memory, and a browser's, where these run in the page. So they need no test
 * runner, and say what is wrong by throwing.
 */
import { ChannelClosed, drainedBelowBytes, mostSentBytes, type Channel } from '../channel';
import { expandOffer, packOffer, type Description } from '../pairing/offer';
import { isSame } from '../trust/bytes';
import { RtcFailed, type Rtc, type RtcConnection, type RtcOptions } from './rtc';

export interface RtcPlace {
	readonly one: Rtc;
	readonly other: Rtc;
	/** Lets time pass until it has settled. */
	settled<T>(promise: Promise<T>): Promise<T>;
}

export interface RtcCase {
	readonly name: string;
	run(place: RtcPlace): Promise<void>;
}

const options: RtcOptions = { iceServers: [], isRelayOnly: false };

function must(holds: boolean, what: string): asserts holds {
	if (!holds) throw new Error(what);
}

/** As it travels. */
export function throughBytes(description: Description): Description {
	const bytes = packOffer(description);
	must(bytes !== null, `packed: ${description.sdp}`);
	const read = expandOffer(bytes);
	must(read.kind === 'description', 'expanded');
	return read.description;
}

export const whenState = (connection: RtcConnection, wanted: 'connected' | 'closed'): Promise<void> =>
	new Promise((resolve) => {
		connection.watchState((state) => {
			if (state === wanted) resolve();
		});
	});

async function connectTwo(place: RtcPlace): Promise<readonly [RtcConnection, RtcConnection]> {
	const [near, far] = await Promise.all([place.one.open(options), place.other.open(options)]);
	const offer = await place.settled(near.offer());
	const answer = await place.settled(far.answer(throughBytes(offer)));
	await place.settled(near.accept(throughBytes(answer)));
	await place.settled(Promise.all([whenState(near, 'connected'), whenState(far, 'connected')]));
	return [near, far];
}

const nextOn = (channel: Channel): Promise<Uint8Array> =>
	new Promise((resolve) => {
		const stop = channel.watchMessages((bytes) => {
			stop();
			resolve(bytes);
		});
	});

export const rtcContract: readonly RtcCase[] = [
	{
		name: 'C1 connects by descriptions of a hundred bytes, and both ends know both certificates',
		async run(place) {
			const [near, far] = await connectTwo(place);
			const [here, there] = [near.fingerprints(), far.fingerprints()];
			must(here !== null && there !== null, 'fingerprints');
			must(isSame(here.own, there.peer) && isSame(here.peer, there.own), 'the same fingerprints');
			must(here.own.length === 32 && !isSame(here.own, here.peer), 'two fingerprints');
			near.close();
		}
	},
	{
		name: 'C2 carries bytes both ways on both channels, each for itself',
		async run(place) {
			const [near, far] = await connectTwo(place);
			for (const [from, to] of [
				[near.channel, far.channel],
				[far.channel, near.channel],
				[near.pairingChannel, far.pairingChannel],
				[far.pairingChannel, near.pairingChannel]
			] as const) {
				const bytes = Uint8Array.from({ length: mostSentBytes }, (_, at) => at * 7);
				from.send(bytes);
				const sent = bytes.slice();
				bytes.fill(0);
				must(isSame(await place.settled(nextOn(to)), sent), 'the same bytes');
			}
			far.close();
		}
	},
	{
		name: 'C2 keeps what arrives before anyone listens, and the order',
		async run(place) {
			const [near, far] = await connectTwo(place);
			for (const each of [1, 2, 3]) near.channel.send(Uint8Array.of(each));
			near.pairingChannel.send(Uint8Array.of(9));
			await place.settled(nextOn(far.pairingChannel));
			const heard: number[] = [];
			await place.settled(
				new Promise<void>((resolve) => {
					far.channel.watchMessages(([first]) => {
						if (heard.push(first ?? 0) === 3) resolve();
					});
				})
			);
			must(heard.join() === '1,2,3', heard.join());
			near.close();
		}
	},
	{
		name: 'C3 says what is buffered, and when it has drained',
		async run(place) {
			const [near, far] = await connectTwo(place);
			let arrived = 0;
			const wanted = 8 * 1024 * 1024;
			const all = new Promise<void>((resolve) => {
				far.channel.watchMessages((bytes) => {
					arrived += bytes.length;
					if (arrived === wanted) resolve();
				});
			});
			const part = new Uint8Array(mostSentBytes);
			for (let sent = 0; sent < wanted; sent += part.length) {
				if (near.channel.bufferedBytes > 1024 * 1024) await place.settled(near.channel.whenDrained());
				near.channel.send(part);
				must(near.channel.bufferedBytes <= 1024 * 1024 + 2 * part.length, `${near.channel.bufferedBytes} buffered`);
			}
			await place.settled(all);
			await place.settled(near.channel.whenDrained());
			must(near.channel.bufferedBytes < drainedBelowBytes, 'drained');
			near.close();
		}
	},
	{
		name: 'C4 closing on either side, or of one channel, closes all; what was sent on it before arrives',
		async run(place) {
			for (const [name, what] of [
				['channel', 'connection'],
				['channel', 'channel'],
				['pairingChannel', 'pairingChannel']
			] as const) {
				const [near, far] = await connectTwo(place);
				const last = nextOn(far[name]);
				near[name].send(Uint8Array.of(7));
				(what === 'connection' ? near : near[what]).close();
				must((await place.settled(last))[0] === 7, 'the last word');
				await place.settled(Promise.all([whenState(near, 'closed'), whenState(far, 'closed')]));
				for (const { channel } of [near, far]) {
					let told = 0;
					channel.watchClose(() => void told++);
					must(told === 1, 'told of the close');
				}
				mustThrow(() => near.channel.send(Uint8Array.of(1)));
				mustThrow(() => far.pairingChannel.send(Uint8Array.of(1)));
			}
		}
	},
	{
		name: 'C4 closed before it was connected, it does nothing more',
		async run(place) {
			const connection = await place.one.open(options);
			await place.settled(connection.offer());
			connection.close();
			connection.close();
			await place.settled(whenState(connection, 'closed').catch(() => undefined));
			const failure = await place.settled(connection.offer().catch((error: unknown) => error));
			must(failure instanceof RtcFailed, 'refused');
			mustThrow(() => connection.channel.send(Uint8Array.of(1)));
		}
	}
];

function mustThrow(run: () => void): void {
	try {
		run();
	} catch (error) {
		must(error instanceof ChannelClosed, String(error));
		return;
	}
	throw new Error('did not throw');
}
