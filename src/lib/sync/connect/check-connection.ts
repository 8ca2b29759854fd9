import type { ConnectionCheck, MeetingStatus } from '$lib/devices';
import type { Clock } from '../clock';
import type { MeetingPoint, MeetingState } from '../meeting/meeting-point';
import { formatTopic } from '../meeting/topic';
import { parseCandidateLine, type CandidateType } from '../pairing/candidate';
import { expandOffer, packOffer, type Description } from '../pairing/offer';
import { toBase64Url, type Bytes, type RandomBytes } from '../trust/bytes';
import { open, seal } from '../trust/envelopes';
import { meetingStatusOf } from './meeting-status';
import type { Rtc, RtcConnection, RtcOptions } from './rtc';
import { Timers } from './timers';

export interface CheckOptions {
	/** It is opened when it is not. */
	readonly meetingPoint: MeetingPoint | null;
	readonly rtc: Rtc;
	readonly rtcOptions: RtcOptions;
	readonly clock: Clock;
	readonly random: RandomBytes;
}

const meetingMs = 10_000;
const describingMs = 6_000;
const loopMs = 20_000;
/** What a meeting point lost is said again. */
const againMs = 2_000;

type Post = (from: 'near' | 'far', packed: Bytes) => void;
type Heard = Readonly<Record<'near' | 'far', (packed: Uint8Array) => void>>;

/** Tells which paths work, with keys and a topic that are thrown away. Never rejects, and leaves nothing open. */
export async function checkConnection(options: CheckOptions): Promise<ConnectionCheck> {
	const timers = new Timers(options.clock);
	const connections: RtcConnection[] = [];
	const types = new Set<CandidateType>();
	const meeting = await reach(options.meetingPoint, timers);
	try {
		const connect = async () => {
			const connection = await options.rtc.open(options.rtcOptions);
			connections.push(connection);
			return connection;
		};
		const looping = loop(options, meeting === 'open', await connect(), await connect(), timers, types);
		const loopback = await within(timers, loopMs, looping);
		return found(meeting, types, loopback ?? false);
	} catch {
		// Whatever the browser refused: the two did not meet.
		return found(meeting, types, false);
	} finally {
		timers.end();
		for (const connection of connections) connection.close();
	}
}

const found = (meeting: MeetingStatus, types: ReadonlySet<CandidateType>, loopback: boolean): ConnectionCheck => ({
	meeting,
	local: types.has('host'),
	direct: types.has('srflx'),
	relay: types.has('relay'),
	loopback
});

async function reach(meetingPoint: MeetingPoint | null, timers: Timers): Promise<MeetingStatus> {
	if (!meetingPoint) return 'none';
	await within(timers, meetingMs, meetingPoint.open()).catch(() => null);
	let state: MeetingState | null = null;
	meetingPoint.watchState((told) => (state = told))();
	const status = meetingStatusOf(state);
	return status === 'connecting' ? 'unreachable' : status;
}

async function loop(
	options: CheckOptions,
	isOpen: boolean,
	near: RtcConnection,
	far: RtcConnection,
	timers: Timers,
	types: Set<CandidateType>
): Promise<boolean> {
	const offer = await within(timers, describingMs, near.offer());
	if (!offer) return false;
	for (const type of typesOf(offer)) types.add(type);
	const packed = packOffer(offer);
	if (!packed) return false;
	let [isAnswering, isAccepted] = [false, false];
	let stop = () => {};
	try {
		await new Promise<void>((resolve, reject) => {
			const heard: Heard = {
				far(bytes) {
					const read = expandOffer(bytes);
					if (isAnswering || read.kind === 'refused') return;
					isAnswering = true;
					far.answer(read.description).then((answer) => {
						const bytesOfAnswer = packOffer(answer);
						if (bytesOfAnswer) repeat(timers, () => post.send('far', bytesOfAnswer));
					}, reject);
				},
				near(bytes) {
					const read = expandOffer(bytes);
					if (isAccepted || read.kind === 'refused') return;
					isAccepted = true;
					near.accept(read.description).catch(reject);
				}
			};
			const post =
				isOpen && options.meetingPoint ? sealedPost(options, options.meetingPoint, heard) : directPost(heard);
			stop = post.stop;
			far.watchState((state) => {
				if (state === 'connected') resolve();
				if (state === 'closed') reject(new Error(state));
			});
			repeat(timers, () => post.send('near', packed));
		});
		return true;
	} finally {
		stop();
	}
}

function repeat(timers: Timers, run: () => void): void {
	run();
	timers.each(againMs, run);
}

const directPost = (heard: Heard): { readonly send: Post; readonly stop: () => void } => ({
	send: (from, packed) => heard[from === 'near' ? 'far' : 'near'](packed),
	stop: () => undefined
});

function sealedPost({ random }: CheckOptions, meetingPoint: MeetingPoint, heard: Heard) {
	const [secret, topic] = [random(32), formatTopic(random(32))];
	const ids = { near: toBase64Url(random(32)), far: toBase64Url(random(32)) };
	let counter = 0;
	const stop = meetingPoint.listen(topic, (bytes) => {
		open(secret, topic, bytes).then(
			({ to, body }) => {
				if (to === ids.near) heard.near(body);
				if (to === ids.far) heard.far(body);
			},
			// The topic is nobody else's: what cannot be opened was changed on its way.
			() => undefined
		);
	});
	const send: Post = (from, body) => {
		const envelope = { from: ids[from], to: ids[from === 'near' ? 'far' : 'near'], counter: ++counter, body };
		void seal(secret, topic, envelope, random).then((bytes) => meetingPoint.send(topic, bytes));
	};
	return { send, stop };
}

const typesOf = ({ sdp }: Description): readonly CandidateType[] =>
	sdp.split(/\r?\n/).flatMap((line) => parseCandidateLine(line)?.type ?? []);

/** Null when it takes longer. */
function within<T>(timers: Timers, ms: number, promise: Promise<T>): Promise<T | null> {
	return new Promise((resolve, reject) => {
		const forget = timers.after(ms, () => resolve(null));
		promise.then(resolve, reject).finally(forget);
	});
}
