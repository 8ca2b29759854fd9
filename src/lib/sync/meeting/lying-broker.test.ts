import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { virtualClock } from '../clock';
import { messageFrom, scriptedSocket } from './lying-broker.contract';
import { largestMessage, type MeetingState } from './meeting-point';
import { newTopic } from './meeting-point.contract';
import { mqttMeetingPoint } from './mqtt-meeting-point';

const connack = [0x20, 2, 0, 0];
const suback = [0x90, 3, 0, 1, 0];

/** A device whose sockets the test plays the broker of. */
function play() {
	const clock = virtualClock();
	const sockets: ReturnType<typeof scriptedSocket>[] = [];
	const device = mqttMeetingPoint({
		openSocket() {
			const made = scriptedSocket();
			sockets.push(made);
			return made.socket;
		},
		clock,
		random: () => 0.5
	});
	const topic = newTopic();
	const heard: number[][] = [];
	device.listen(topic, (bytes) => heard.push([...bytes]));
	const states: MeetingState[] = [];
	device.watchState((state) => states.push(state));
	const why = () => {
		const state = states.at(-1);
		return state?.status === 'waiting' ? state.why : state?.status;
	};
	const broker = (index = sockets.length - 1) => {
		const socket = sockets[index];
		if (!socket) throw new Error('no socket was made');
		return socket;
	};
	function reach() {
		void device.open();
		broker().opens();
		broker().says(...connack);
		broker().says(...suback);
	}
	return { clock, sockets, device, topic, heard, states, why, broker, reach };
}

describe('a device', () => {
	it('greets, subscribes, and is open once both were answered', () => {
		const { broker, device, why } = play();
		void device.open();
		expect(broker().kinds()).toEqual([]);
		broker().opens();
		broker().says(...connack);
		expect(why()).toBe('connecting');
		broker().says(...suback);
		expect(why()).toBe('open');
		expect(broker().socket.binaryType).toBe('arraybuffer');
		device.close();
		expect(broker().kinds()).toEqual([0x10, 0x82, 0xe0]);
		expect(broker().timesClosed()).toBe(1);
	});

	it('takes along what it began to listen to, or stopped, while it was connecting', () => {
		const { broker, device, why } = play();
		void device.open();
		const stop = device.listen(newTopic(), () => undefined);
		broker().opens();
		broker().says(...connack);
		stop();
		device.listen(newTopic(), () => undefined);
		broker().says(...suback);
		expect(why()).toBe('open');
		expect(broker().kinds()).toEqual([0x10, 0x82, 0x82]);
	});

	it('M10: says hello to life every 45 seconds and gives up 10 seconds after no answer', () => {
		const { broker, clock, reach, why } = play();
		reach();
		clock.advance(45_000);
		broker().says(0xd0, 0);
		clock.advance(45_000);
		clock.advance(9_999);
		expect(why()).toBe('open');
		clock.advance(1);
		expect(why()).toBe('unreachable');
		expect(broker().kinds()).toEqual([0x10, 0x82, 0xc0, 0xc0]);
	});

	it('M10: asks for life at once when it is opened while it is open, as after a sleep', () => {
		const { clock, device, reach, why } = play();
		reach();
		void device.open();
		clock.advance(10_000);
		expect(why()).toBe('unreachable');
	});

	it('M8: tries again after 1, 2, 5, 15, 60 and 300 seconds, and at once when asked', () => {
		const { broker, clock, device, sockets, states } = play();
		void device.open();
		const waits: number[] = [];
		for (let i = 0; i < 8; i++) {
			broker().fails();
			const state = states.at(-1);
			const until = state?.status === 'waiting' ? state.until : 0;
			waits.push(until - clock.now());
			clock.advance(until - clock.now());
		}
		expect(waits).toEqual([1, 2, 5, 15, 60, 300, 300, 300].map((seconds) => seconds * 1000));
		broker().ends();
		const before = sockets.length;
		void device.open();
		expect(sockets.length).toBe(before + 1);
		clock.advance(14_999);
		expect(states.at(-1)?.status).toBe('connecting');
		clock.advance(1);
		expect(states.at(-1)?.status).toBe('waiting');
	});

	it('M8: begins to count anew only after a connection that stood for half a minute', () => {
		const { broker, clock, reach, states } = play();
		const lose = (afterMs: number) => {
			reach();
			clock.advance(afterMs);
			broker().ends();
			const state = states.at(-1);
			return state?.status === 'waiting' ? state.until - clock.now() : 0;
		};
		expect([lose(10), lose(10), lose(10), lose(30_000), lose(10)]).toEqual([1000, 2000, 5000, 1000, 2000]);
	});

	it('is not reached where no socket can be made, and says so later, not within the call', () => {
		const clock = virtualClock();
		const states: string[] = [];
		const device = mqttMeetingPoint({
			openSocket() {
				throw new DOMException('blocked', 'SecurityError');
			},
			clock,
			random: () => 0.5
		});
		device.watchState(({ status }) => states.push(status));
		void device.open();
		expect(states).toEqual(['closed', 'connecting']);
		clock.advance(0);
		expect(states.at(-1)).toBe('waiting');
	});

	it('sends nothing while what it sent before does not leave', () => {
		const { broker, device, reach, topic } = play();
		reach();
		expect(device.send(topic, new Uint8Array(10))).toBe(true);
		Object.assign(broker().socket, { bufferedAmount: 300_000 });
		expect(device.send(topic, new Uint8Array(10))).toBe(false);
	});

	it('is deaf to a socket it left', () => {
		const { broker, device, heard, reach, topic, why } = play();
		reach();
		device.close();
		broker().says(...messageFrom(topic, [1]));
		broker().ends();
		expect([heard, why()]).toEqual([[], 'closed']);
	});
});

describe('M9: a broker that lies', () => {
	it('makes a device hear nothing of other topics, nothing retained and nothing too large', () => {
		const { broker, heard, reach, topic, why } = play();
		reach();
		broker().says(...messageFrom(newTopic(), [1]));
		broker().says(...messageFrom('$SYS/broker', [2]));
		broker().says(...messageFrom('__proto__', [3]));
		broker().says(...messageFrom('', [4]));
		broker().says(...messageFrom(topic, [5], 0x31));
		broker().says(...messageFrom(topic, new Array<number>(largestMessage + 1).fill(6)));
		broker().says(...messageFrom(topic, [7]));
		expect([heard, why()]).toEqual([[[7]], 'open']);
	});

	it.each<[string, number[]]>([
		['messages of QoS 1', messageFrom('x', [1], 0x32)],
		['a second CONNACK', connack],
		['a CONNECT', [0x10, 0]],
		['a PUBREL', [0x62, 2, 0, 1]],
		['a SUBACK cut short', [0x90, 1, 0]],
		['a PINGRESP with a body', [0xd0, 1, 0]],
		['a topic longer than its packet', [0x30, 3, 0xff, 0xff, 0x61]],
		['an empty message', [0x30, 0]],
		['a packet of 256 MB', [0x30, 0xff, 0xff, 0xff, 0x7f]],
		['a length of five bytes', [0x30, 0x80, 0x80, 0x80, 0x80, 0x01]]
	])('is left for %s', (_, bytes) => {
		const { broker, reach, why } = play();
		reach();
		broker().says(...bytes);
		expect(why()).toBe('protocol');
		expect(broker().timesClosed()).toBe(1);
	});

	it.each<[string, number[], string]>([
		['that greets with no packet', [1, 1, 3], 'protocol'],
		['that greets with a message', messageFrom('x', [1]), 'protocol'],
		['that speaks another protocol', [0x20, 2, 0, 1], 'protocol'],
		['that is not authorized', [0x20, 2, 0, 5], 'refused'],
		['that wants another password', [0x20, 2, 0, 4], 'refused'],
		['with no time', [0x20, 2, 0, 3], 'protocol']
	])('%s is left', (_, bytes, why) => {
		const played = play();
		void played.device.open().catch(() => undefined);
		played.broker().opens();
		played.broker().says(...bytes);
		expect(played.why()).toBe(why);
	});

	it('that does not take our topics is left, with the reason', () => {
		const { broker, device, why } = play();
		void device.open();
		broker().opens();
		broker().says(...connack);
		broker().says(0x90, 3, 0, 1, 0x80);
		expect(why()).toBe('topics');
	});

	it('that sends text is left', () => {
		const { broker, reach, why } = play();
		reach();
		broker().saysData('hello');
		expect(why()).toBe('protocol');
	});

	it('that floods is left, in messages, in packets of no meaning and in single bytes', () => {
		for (const flood of ['messages', 'pongs', 'bytes'] as const) {
			const { broker, clock, reach, topic, why } = play();
			reach();
			const bytes = { messages: messageFrom(topic, [1]), pongs: [0xd0, 0], bytes: [] }[flood];
			for (let i = 0; i < 490; i++) broker().says(...bytes);
			expect(why(), flood).toBe('open');
			clock.advance(10_000);
			for (let i = 0; i < 490; i++) broker().says(...bytes);
			expect(why(), flood).toBe('open');
			for (let i = 0; i < 20; i++) broker().says(...bytes);
			expect(why(), flood).toBe('flood');
		}
	});

	it('says anything, and nothing is thrown, kept or heard that may not be', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 20 }), fc.boolean(), (chunks, open) => {
				const { broker, device, heard, reach } = play();
				if (open) reach();
				else void device.open();
				for (const chunk of chunks) broker().says(...chunk);
				expect(heard).toEqual([]);
				device.close();
			}),
			{ numRuns: 500 }
		);
	});

	it('cuts its messages anywhere, and they are heard as they were', () => {
		fc.assert(
			fc.property(
				fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 10 }),
				fc.integer({ min: 1, max: 50 }),
				(messages, size) => {
					const { broker, heard, reach, topic } = play();
					reach();
					const stream = messages.flatMap((message) => messageFrom(topic, [...message]));
					for (let at = 0; at < stream.length; at += size) broker().says(...stream.slice(at, at + size));
					// Beyond a few hundred pieces it is a flood.
					fc.pre(stream.length / size < 400);
					expect(heard).toEqual(messages.map((message) => [...message]));
				}
			)
		);
	});
});
