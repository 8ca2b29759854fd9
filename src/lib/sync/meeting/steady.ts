import type { Clock } from '../clock';
import type { Connect, Connection } from './connection';
import {
	largestMessage,
	MeetingPointError,
	mostTopics,
	type MeetingPoint,
	type MeetingState,
	type Trouble
} from './meeting-point';
import { createListeners } from './listeners';
import { retryDelay } from './retry';
import { isTopic } from './topic';

/** Milliseconds a connection must have stood for the next loss to be the first one again. */
const steadyAfter = 30_000;

/**
 * A meeting point that comes back by itself: it makes one connection after the other, and takes the topics listened to
 * along. `random` gives numbers from 0 up to 1.
 */
export function steadyMeetingPoint(connect: Connect, clock: Clock, random: () => number): MeetingPoint {
	let state: MeetingState = { status: 'closed' };
	let connection: Connection | undefined;
	let attempt = 0;
	let openedAt = 0;
	let stopWaiting = () => {};
	let opening: { promise: Promise<void>; settle: () => void; fail: (error: MeetingPointError) => void } | undefined;
	const listeners = createListeners();
	const watchers = new Set<{ readonly tell: (state: MeetingState) => void }>();

	function enter(next: MeetingState) {
		state = next;
		for (const watcher of [...watchers]) watcher.tell(next);
	}

	function tryNow() {
		stopWaiting();
		const topics = listeners.topics();
		const current = connect(topics, {
			opened() {
				openedAt = clock.now();
				const now = listeners.topics();
				for (const topic of now) if (!topics.includes(topic)) current.listen(topic);
				for (const topic of topics) if (!now.includes(topic)) current.leave(topic);
				opening?.settle();
				opening = undefined;
				enter({ status: 'open' });
			},
			heard(topic, bytes) {
				if (bytes.length <= largestMessage) listeners.tell(topic, bytes);
			},
			ended: (why) => lose(why)
		});
		connection = current;
		enter({ status: 'connecting' });
	}

	function lose(why: Trouble) {
		connection = undefined;
		if (why === 'password') {
			opening?.fail(new MeetingPointError('password'));
			opening = undefined;
			return enter({ status: 'refused' });
		}
		if (state.status === 'open' && Math.abs(clock.now() - openedAt) >= steadyAfter) attempt = 0;
		const delay = retryDelay(attempt++, random);
		stopWaiting = clock.after(delay, tryNow);
		enter({ status: 'waiting', why, until: clock.now() + delay });
	}

	return {
		open() {
			if (state.status === 'open') {
				connection?.check();
				return Promise.resolve();
			}
			if (!opening) {
				const { promise, resolve, reject } = withResolvers();
				opening = { promise, settle: resolve, fail: reject };
			}
			const { promise } = opening;
			if (state.status !== 'connecting') tryNow();
			return promise;
		},
		listen(topic, listener) {
			if (!isTopic(topic) || (!listeners.has(topic) && listeners.topics().length >= mostTopics))
				throw new MeetingPointError('topic');
			if (!listeners.has(topic) && state.status === 'open') connection?.listen(topic);
			const stop = listeners.add(topic, listener);
			return () => {
				if (stop() && !listeners.has(topic) && state.status === 'open') connection?.leave(topic);
			};
		},
		send(topic, bytes) {
			if (!isTopic(topic)) throw new MeetingPointError('topic');
			if (bytes.length > largestMessage) throw new MeetingPointError('size');
			return state.status === 'open' && connection !== undefined && connection.send(topic, bytes);
		},
		watchState(tell) {
			const watcher = { tell };
			watchers.add(watcher);
			tell(state);
			return () => void watchers.delete(watcher);
		},
		close() {
			stopWaiting();
			connection?.end();
			connection = undefined;
			attempt = 0;
			listeners.clear();
			opening?.fail(new MeetingPointError('closed'));
			opening = undefined;
			enter({ status: 'closed' });
			watchers.clear();
		}
	};
}

function withResolvers() {
	let resolve = () => {};
	let reject = (_error: MeetingPointError) => {};
	const promise = new Promise<void>((settle, fail) => {
		resolve = settle;
		reject = fail;
	});
	// Who opens may only watch the state instead.
	promise.catch(() => undefined);
	return { promise, resolve, reject };
}
