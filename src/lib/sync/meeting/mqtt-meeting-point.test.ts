import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { serveBroker } from '../../../meeting-point/serve-broker.js';
import { systemClock } from '../clock';
import { bytesOf, hear, listening, meetingPointContract, newTopic } from './meeting-point.contract';
import type { MeetingPoint } from './meeting-point';
import { mosquitto, startMosquitto } from './mosquitto.contract';
import { mqttMeetingPoint } from './mqtt-meeting-point';
import type { Credentials } from './packets';
import type { Socket } from './socket';

// Real sockets are as fast as the computer has time for them.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const random = () => randomInt(2 ** 32) / 2 ** 32;
const devices: MeetingPoint[] = [];
afterEach(() => {
	for (const device of devices.splice(0)) device.close();
});

function device(url: string, credentials?: Credentials): MeetingPoint {
	const made = mqttMeetingPoint({
		openSocket: () => new WebSocket(url, ['mqtt']) as unknown as Socket,
		...(credentials && { credentials }),
		clock: systemClock,
		random
	});
	devices.push(made);
	return made;
}

describe('the broker of the app’s own host', () => {
	let broker: Awaited<ReturnType<typeof serveBroker>>;
	beforeAll(async () => {
		broker = await serveBroker({ host: '127.0.0.1', port: 0 });
	});
	afterAll(() => broker.close());

	for (const { name, run } of meetingPointContract)
		test(name, () => run({ device: () => device(`ws://127.0.0.1:${broker.port}/`) }));
});

describe.skipIf(mosquitto === undefined)(
	mosquitto === undefined ? 'a Mosquitto (skipped: it is not installed here)' : 'a Mosquitto',
	() => {
		let server: Awaited<ReturnType<typeof startMosquitto>>;
		beforeAll(async () => {
			server = await startMosquitto(mosquitto ?? '');
		});
		afterAll(() => server.stop());

		for (const { name, run } of meetingPointContract) test(name, () => run({ device: () => device(server.url) }));
	}
);

describe('a broker with a password', () => {
	it('lets in who knows it, and tells others so at once and for good', async () => {
		const broker = await serveBroker({ host: '127.0.0.1', port: 0, password: 'öffne dich' });
		const url = `ws://127.0.0.1:${broker.port}/`;
		const wrong = device(url, { user: 'ana', password: 'open' });
		const told: string[] = [];
		wrong.watchState(({ status }) => told.push(status));
		await expect(wrong.open()).rejects.toMatchObject({ name: 'MeetingPointError', why: 'password' });
		expect(told).toEqual(['closed', 'connecting', 'refused']);
		await expect(device(url).open()).rejects.toMatchObject({ why: 'password' });
		await device(url, { user: 'ana', password: 'öffne dich' }).open();
		await device(url, { password: 'öffne dich' }).open();
		await broker.close();
	});
});

describe('M8: a broker that is restarted', () => {
	it('has its devices and their topics back by themselves', async () => {
		const first = await serveBroker({ host: '127.0.0.1', port: 0 });
		const url = `ws://127.0.0.1:${first.port}/`;
		const [a, b] = [device(url), device(url)];
		const topic = newTopic();
		const ears = [hear(a, topic), hear(b, topic)] as const;
		await Promise.all([a.open(), b.open()]);
		await first.close();
		await expect.poll(() => a.send(topic, bytesOf('lost')), { timeout: 20_000 }).toBe(false);
		const second = await serveBroker({ host: '127.0.0.1', port: first.port });
		// Both would come by themselves; opening is only quicker.
		await Promise.all([a.open(), b.open()]);
		await listening(a, topic, ears[0]);
		b.send(topic, bytesOf('back'));
		expect((await ears[0].first(ears[0].heard.length + 1)).at(-1)).toBe('back');
		await second.close();
	});
});
