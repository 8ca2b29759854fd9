import { expect, it } from 'vitest';
import { ChannelClosed, drainedBelowBytes, memoryChannels, mostSentBytes, type Channel, type Wire } from './channel';
import { virtualClock } from './clock';

function setUp(wire: Wire = {}) {
	const clock = virtualClock();
	const channels = memoryChannels(clock, wire);
	const [near, far] = channels.ends;
	return { clock, channels, near, far, arrived: arrivedAt(far) };
}

function arrivedAt(end: Channel): number[] {
	const arrived: number[] = [];
	end.watchMessages((bytes) => arrived.push(bytes[0] ?? -1));
	return arrived;
}

it('passes bytes on in order after its latency, whatever becomes of the sender’s copy', () => {
	const { clock, near, arrived } = setUp({ latencyMs: 50 });
	const bytes = Uint8Array.of(1);
	near.send(bytes);
	bytes[0] = 9;
	near.send(Uint8Array.of(2));
	clock.advance(49);
	expect(arrived).toEqual([]);
	clock.advance(1);
	expect(arrived).toEqual([1, 2]);
});

it('keeps in its buffer what has not left, and says when it has drained', async () => {
	const { clock, near } = setUp({ bytesPerSecond: 1024 * 1024 });
	let isDrained = false;
	for (let sent = 0; sent < 1024 * 1024; sent += mostSentBytes) near.send(new Uint8Array(mostSentBytes));
	expect(near.bufferedBytes).toBe(1024 * 1024);
	const drained = near.whenDrained().then(() => (isDrained = true));
	clock.advance(750);
	await Promise.resolve();
	expect(near.bufferedBytes).toBe(drainedBelowBytes);
	expect(isDrained).toBe(false);
	clock.advance(16);
	await drained;
	expect(near.bufferedBytes).toBeLessThan(drainedBelowBytes);
	await near.whenDrained();
});

it('keeps what arrives for its first listener', () => {
	const clock = virtualClock();
	const [near, far] = memoryChannels(clock).ends;
	near.send(Uint8Array.of(1));
	clock.advance(0);
	const arrived = arrivedAt(far);
	near.send(Uint8Array.of(2));
	expect(arrived).toEqual([]);
	clock.advance(0);
	expect(arrived).toEqual([1, 2]);
});

it('lets arrive what was sent before it was closed, and then tells the other end', () => {
	const { clock, near, far, arrived } = setUp({ latencyMs: 10 });
	const closed: string[] = [];
	near.watchClose(() => closed.push('near'));
	far.watchClose(() => closed.push(`far after ${arrived.length}`));
	near.send(Uint8Array.of(1));
	near.close();
	near.close();
	expect(() => near.send(Uint8Array.of(2))).toThrow(ChannelClosed);
	clock.advance(10);
	expect(arrived).toEqual([1]);
	expect(closed).toEqual(['near', 'far after 1']);
	far.watchClose(() => closed.push('late'));
	expect(closed).toEqual(['near', 'far after 1', 'late']);
});

it('loses what was on its way when it is cut, and tells both ends', async () => {
	const { clock, channels, near, far, arrived } = setUp({ latencyMs: 10, bytesPerSecond: 1000 });
	near.send(new Uint8Array(mostSentBytes));
	for (let sent = 0; sent < drainedBelowBytes; sent += mostSentBytes) near.send(new Uint8Array(mostSentBytes));
	const drained = near.whenDrained();
	channels.cut();
	await expect(drained).rejects.toThrow(ChannelClosed);
	await expect(near.whenDrained()).rejects.toThrow(ChannelClosed);
	expect(() => far.send(Uint8Array.of(1))).toThrow(ChannelClosed);
	clock.advance(1_000_000);
	expect(arrived).toEqual([]);
});

it('tells no one when it falls silent: what is sent stays buffered', () => {
	const { clock, channels, near, arrived } = setUp({ latencyMs: 10 });
	let isClosed = false;
	near.watchClose(() => (isClosed = true));
	near.send(Uint8Array.of(1));
	clock.advance(5);
	channels.silence();
	near.send(Uint8Array.of(2));
	clock.advance(100_000);
	expect({ arrived, isClosed, buffered: near.bufferedBytes }).toEqual({ arrived: [], isClosed: false, buffered: 1 });
});

it('goes on over another network when it is told to', () => {
	const { clock, channels, near, arrived } = setUp();
	channels.tune({ latencyMs: 20 });
	near.send(Uint8Array.of(1));
	clock.advance(19);
	expect(arrived).toEqual([]);
	channels.tune({ latencyMs: 0 });
	near.send(Uint8Array.of(2));
	clock.advance(1);
	expect(arrived).toEqual([1, 2]);
});

it('takes no more at once than every browser passes on', () => {
	const { near } = setUp();
	expect(() => near.send(new Uint8Array(mostSentBytes + 1))).toThrow(RangeError);
});
