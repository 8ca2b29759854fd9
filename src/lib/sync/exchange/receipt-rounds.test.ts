import { describe, expect, it } from 'vitest';
import { virtualClock } from '../clock';
import { ReceiptRounds } from './receipt-rounds';

/** Rounds over a number that grows, and a disk that is as slow or as full as the test says. */
function start() {
	const clock = virtualClock();
	const disk = { ms: 0, isFull: false };
	const told: string[] = [];
	let present = 0;
	const rounds = new ReceiptRounds({
		clock,
		take: () => present,
		durable: () =>
			new Promise((resolve, reject) => {
				clock.after(disk.ms, () => (disk.isFull ? reject(new Error('full')) : resolve()));
			}),
		tell: (taken) => void told.push(`${taken} at ${clock.now()}`)
	});
	const change = () => {
		present++;
		rounds.touch();
	};
	const play = (ms: number) => clock.play(ms, () => new Promise(setImmediate));
	return { rounds, disk, told, change, play };
}

describe('E10: a receipt is taken', () => {
	it('once all is quiet, and in a long burst every two seconds', async () => {
		const { change, play, told } = start();
		change();
		await play(100);
		change();
		await play(1_000);
		expect(told).toEqual(['2 at 400']);
		for (let at = 0; at < 25; at++) {
			change();
			await play(100);
		}
		expect(told).toEqual(['2 at 400', '22 at 3100']);
	});

	it('before it is known to be durable, and told after', async () => {
		const { change, play, told, disk } = start();
		disk.ms = 1_000;
		change();
		await play(500);
		change();
		await play(1_000);
		expect(told).toEqual(['1 at 1300']);
		await play(2_000);
		expect(told.slice(1)).toEqual(['2 at 2600']);
	});

	it('again after a while when it could not be stored', async () => {
		const { change, play, told, disk } = start();
		disk.isFull = true;
		change();
		await play(6_000);
		disk.isFull = false;
		await play(9_000);
		expect(told).toEqual([]);
		await play(1_000);
		expect(told).toEqual(['1 at 15300']);
	});

	it('at once for someone who came, and no more after the end', async () => {
		const { rounds, change, play, told } = start();
		rounds.soon();
		await play(1);
		expect(told).toEqual(['0 at 0']);
		change();
		rounds.stop();
		change();
		await play(5_000);
		expect(told).toHaveLength(1);
	});
});
