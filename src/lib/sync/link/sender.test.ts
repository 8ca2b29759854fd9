import { describe, expect, it } from 'vitest';
import { ChannelClosed, memoryChannels, type Wire } from '../channel';
import { virtualClock } from '../clock';
import { Assembler, frameRoom, type Message } from './frames';
import { mostBytes, type Urgency } from './kinds';
import { mostWaiting, Sender, type SendFailed } from './sender';

const mebibyte = 1024 * 1024;
const kindOf = { control: 'receipt', live: 'document', bulk: 'document', photo: 'photo' } as const;
const message = (urgency: Urgency, length: number): Message => ({
	kind: kindOf[urgency],
	urgency,
	bytes: new Uint8Array(length)
});

function setUp(wire: Wire = { bytesPerSecond: mebibyte }) {
	const clock = virtualClock();
	const channels = memoryChannels(clock, wire);
	const [near, far] = channels.ends;
	const arrived: { urgency: Urgency; atMs: number }[] = [];
	const assembler = new Assembler();
	far.watchMessages((frame) => {
		const whole = assembler.take(frame);
		if (whole) arrived.push({ urgency: whole.urgency, atMs: clock.now() });
	});
	let failures = 0;
	const sender = new Sender(near, () => failures++);
	const play = (ms: number) => clock.play(ms, () => new Promise(setImmediate));
	const failureOf = (sent: Promise<void>) => sent.catch((error: unknown) => (error as SendFailed).word);
	return { clock, channels, near, far, sender, arrived, play, failureOf, failures: () => failures };
}

describe('L5: what is more urgent', () => {
	it('goes between the frames of what is less', async () => {
		const { sender, arrived, play } = setUp();
		const sends = (['photo', 'bulk', 'live', 'control'] as const).map((urgency) =>
			sender.send(message(urgency, 2 * mebibyte > mostBytes[urgency] ? 100 : 2 * mebibyte))
		);
		await play(10_000);
		await Promise.all(sends);
		expect(arrived.map(({ urgency }) => urgency)).toEqual(['control', 'live', 'bulk', 'photo']);
	});

	it('waits for no more of a large message than a frame beside what the channel already has', async () => {
		const { near, sender, arrived, play } = setUp();
		const bulk = sender.send(message('bulk', 20 * mebibyte));
		await play(3_000);
		const buffered = near.bufferedBytes;
		const edit = sender.send(message('live', 100));
		const sentAt = 3_000;
		await play(30_000);
		await Promise.all([bulk, edit]);
		const frameMs = (frameRoom / mebibyte) * 1000;
		expect(arrived.map(({ urgency }) => urgency)).toEqual(['live', 'bulk']);
		expect((arrived[0]?.atMs ?? 0) - sentAt).toBeLessThan((buffered / mebibyte) * 1000 + 800 + 2 * frameMs);
	});

	it('finds less in the way when photos are sent than when the document is', async () => {
		const { near, sender, play } = setUp();
		const photos = Array.from({ length: 4 }, () => sender.send(message('photo', 2 * mebibyte)));
		expect(near.bufferedBytes).toBeLessThan(mebibyte / 2);
		await play(20_000);
		await Promise.all(photos);
	});
});

describe('L6: the queue', () => {
	it('pauses at 1 MiB in the channel and goes on when that has drained', async () => {
		const { near, sender, play, arrived } = setUp();
		let isSent = false;
		void sender.send(message('bulk', 8 * mebibyte)).then(() => (isSent = true));
		let most = 0;
		for (let passed = 0; passed < 9_000; passed += 100) {
			most = Math.max(most, near.bufferedBytes);
			await play(100);
			expect(isSent).toBe(sender.waitingBytes === 0);
		}
		expect(most).toBeGreaterThanOrEqual(mebibyte);
		expect(most).toBeLessThan(mebibyte + 16 * 1024);
		expect(isSent).toBe(true);
		expect(arrived).toHaveLength(1);
	});

	it('says how many bytes wait, and settles what has been handed over', async () => {
		const { sender, play } = setUp();
		expect(sender.waitingBytes).toBe(0);
		await sender.send(message('live', 1000));
		expect(sender.waitingBytes).toBe(0);
		void sender.send(message('bulk', 4 * mebibyte));
		expect(sender.waitingBytes).toBeGreaterThan(2.9 * mebibyte);
		expect(sender.waitingBytes).toBeLessThan(3.1 * mebibyte);
		await play(10_000);
		expect(sender.waitingBytes).toBe(0);
	});

	it('is bounded for each urgency alone, also for empty messages', async () => {
		const { channels, sender, failureOf, play } = setUp();
		channels.silence();
		const sends = Array.from({ length: 3 }, () => sender.send(message('bulk', 60 * mebibyte)));
		const failures = Promise.all(sends.map(failureOf));
		for (let count = 0; count < mostWaiting.control / 64; count++)
			void sender.send(message('control', 0)).catch(String);
		expect(await failureOf(sender.send(message('control', 0)))).toBe('full');
		const edit = failureOf(sender.send(message('live', 1000)));
		expect(sender.waitingBytes).toBeLessThanOrEqual(Object.values(mostWaiting).reduce((sum, bytes) => sum + bytes));
		sender.close();
		await play(0);
		expect(await failures).toEqual(['closed', 'closed', 'full']);
		expect(await edit).toBe('closed');
	});

	it('takes nothing that the other side would refuse', async () => {
		const { sender, failureOf } = setUp();
		expect(await failureOf(sender.send(message('live', mostBytes.live + 1)))).toBe('too-long');
		expect(await failureOf(sender.send({ ...message('live', 1), urgency: 'control' }))).toBe('too-long');
	});
});

describe('L7: when the channel closes', () => {
	it('what waits is rejected, also while paused, and the owner is told once', async () => {
		const { channels, sender, failureOf, failures, play } = setUp();
		const sends = [failureOf(sender.send(message('bulk', 8 * mebibyte))), failureOf(sender.send(message('photo', 9)))];
		await play(1_000);
		channels.cut();
		expect(await Promise.all(sends)).toEqual(['closed', 'closed']);
		expect(await failureOf(sender.send(message('live', 1)))).toBe('closed');
		expect(failures()).toBe(1);
		expect(sender.waitingBytes).toBe(0);
	});

	it('so is what it would not take', async () => {
		const { near, sender, failureOf, failures } = setUp();
		near.close();
		expect(() => near.send(new Uint8Array(1))).toThrow(ChannelClosed);
		expect(await failureOf(sender.send(message('live', 1)))).toBe('closed');
		expect(failures()).toBe(1);
	});
});
