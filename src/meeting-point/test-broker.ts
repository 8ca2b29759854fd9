/** A broker whose clock stands still, and two devices that show that it still does its work. */
import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import { systemClock, virtualClock } from '../lib/sync/clock';
import { mqttMeetingPoint } from '../lib/sync/meeting/mqtt-meeting-point';
import type { Socket } from '../lib/sync/meeting/socket';
import { serveBroker } from './serve-broker.js';
import { topicOf } from './test-sockets';

/** Another broker for each test. */
export function useBroker() {
	// Real sockets are as fast as the computer has time for them.
	vi.setConfig({ testTimeout: 30_000 });
	const clock = virtualClock();
	let broker: Awaited<ReturnType<typeof serveBroker>> | undefined;
	const running = () => {
		if (!broker) throw new Error('no test is running');
		return broker;
	};
	beforeEach(async () => {
		broker = await serveBroker({ host: '127.0.0.1', port: 0, clock });
	});
	afterEach(() => running().close());

	const device = () =>
		mqttMeetingPoint({
			openSocket: () => new WebSocket(`ws://127.0.0.1:${running().port}/`, ['mqtt']) as unknown as Socket,
			clock: systemClock,
			random: () => randomInt(2 ** 32) / 2 ** 32
		});

	/** Whatever was done to the broker: two devices still meet through it, and nothing of the others is left in it. */
	async function stillMeets(): Promise<void> {
		const [a, b] = [device(), device()];
		const heard = new Promise<string>((settle) => {
			b.listen(topicOf('e'), (bytes) => settle(new TextDecoder().decode(bytes)));
		});
		await Promise.all([a.open(), b.open()]);
		a.send(topicOf('e'), new TextEncoder().encode('hello'));
		expect(await heard).toBe('hello');
		a.close();
		b.close();
		await expect.poll(() => running().held(), { timeout: 20_000 }).toMatchObject({ sockets: 0, topics: 0 });
	}

	return { clock, stillMeets, port: () => running().port, held: () => running().held() };
}
