import { expect } from 'vitest';
import type { Bytes } from './bytes';
import { formatTopic } from './topic';
import { largestMessage, MeetingPointError, mostTopics, type MeetingPoint } from './meeting-point';

/** Where the contract is tried: a meeting point that runs, and new ends of it. */
export interface MeetingPlace {
	device(): MeetingPoint;
}

export interface MeetingCase {
	readonly name: string;
	run(place: MeetingPlace): Promise<void>;
}

let topicsMade = 0;
/** A topic no other case uses. */
export function newTopic(): string {
	const number = topicsMade++;
	return formatTopic(new Uint8Array(32).map((_, i) => (i < 2 ? (number >>> (8 * i)) & 0xff : 0xab)));
}

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

/** What is heard on a topic, one after the other. */
export function hear(device: MeetingPoint, topic: string) {
	const heard: string[] = [];
	const waiting: (() => void)[] = [];
	const stop = device.listen(topic, (bytes) => {
		heard.push(new TextDecoder().decode(bytes));
		for (const wake of waiting.splice(0)) wake();
	});
	return {
		heard,
		stop,
		/** Once as many were heard. */
		async first(count: number): Promise<string[]> {
			while (heard.length < count) await new Promise<void>((wake) => waiting.push(wake));
			return heard.slice(0, count);
		}
	};
}

/** Settles once `device`, which is open, listens: it hears itself. */
export async function listening(device: MeetingPoint, topic: string, ear: ReturnType<typeof hear>): Promise<void> {
	const before = ear.heard.length;
	device.send(topic, bytesOf('me'));
	await ear.first(before + 1);
	ear.heard.splice(before, 1);
}

async function openTwo(place: MeetingPlace, topic: string) {
	const [a, b] = [place.device(), place.device()];
	const ears = [hear(a, topic), hear(b, topic)] as const;
	await Promise.all([a.open(), b.open()]);
	return { a, b, ears, close: () => [a, b].forEach((device) => device.close()) };
}

/** Rules M1 to M8 of SPEC.md. */
export const meetingPointContract: readonly MeetingCase[] = [
	{
		name: 'M1: two devices that listen to a topic before they open hear each other, in order',
		async run(place) {
			const topic = newTopic();
			const { a, b, ears, close } = await openTwo(place, topic);
			for (const word of ['one', 'two', 'three']) expect(a.send(topic, bytesOf(word))).toBe(true);
			expect(await ears[1].first(3)).toEqual(['one', 'two', 'three']);
			b.send(topic, bytesOf('four'));
			expect(await ears[0].first(4)).toEqual(['one', 'two', 'three', 'four']);
			close();
		}
	},
	{
		name: 'M1: bytes arrive as they were, none and the largest number of them',
		async run(place) {
			const topic = newTopic();
			const [a, b] = [place.device(), place.device()];
			const heard: Bytes[] = [];
			const all = new Promise<void>((settle) => b.listen(topic, (bytes) => heard.push(bytes) === 2 && settle()));
			await Promise.all([a.open(), b.open()]);
			const most = new Uint8Array(largestMessage).map((_, i) => i * 7);
			a.send(topic, new Uint8Array());
			a.send(topic, most);
			await all;
			expect(heard).toEqual([new Uint8Array(), most]);
			a.close();
			b.close();
		}
	},
	{
		name: 'M2: a topic listened to while open is heard from then on, until stopped',
		async run(place) {
			const [topic, other] = [newTopic(), newTopic()];
			const { a, b, ears, close } = await openTwo(place, topic);
			const ear = hear(b, other);
			await listening(b, other, ear);
			a.send(other, bytesOf('late'));
			expect(await ear.first(1)).toEqual(['late']);
			ear.stop();
			ear.stop();
			a.send(other, bytesOf('later'));
			a.send(topic, bytesOf('end'));
			expect(await ears[1].first(1)).toEqual(['end']);
			expect(ear.heard).toEqual(['late']);
			close();
		}
	},
	{
		name: 'M2: two listeners of a topic both hear, and one goes on when the other stops',
		async run(place) {
			const topic = newTopic();
			const { a, b, ears, close } = await openTwo(place, topic);
			const second = hear(b, topic);
			a.send(topic, bytesOf('both'));
			expect([await ears[1].first(1), await second.first(1)]).toEqual([['both'], ['both']]);
			second.stop();
			a.send(topic, bytesOf('one'));
			expect(await ears[1].first(2)).toEqual(['both', 'one']);
			expect(second.heard).toEqual(['both']);
			close();
		}
	},
	{
		name: 'M3: what was sent before a device listened is not kept for it',
		async run(place) {
			const topic = newTopic();
			const a = place.device();
			const own = hear(a, topic);
			await a.open();
			a.send(topic, bytesOf('before'));
			await own.first(1);
			const b = place.device();
			const ear = hear(b, topic);
			await b.open();
			a.send(topic, bytesOf('after'));
			expect(await ear.first(1)).toEqual(['after']);
			a.close();
			b.close();
		}
	},
	{
		name: 'M4: nothing is sent while it is not open, and nothing is kept to be sent',
		async run(place) {
			const topic = newTopic();
			const a = place.device();
			const ear = hear(a, topic);
			expect(a.send(topic, bytesOf('too early'))).toBe(false);
			await a.open();
			a.send(topic, bytesOf('in time'));
			expect(await ear.first(1)).toEqual(['in time']);
			a.close();
			expect(a.send(topic, bytesOf('too late'))).toBe(false);
		}
	},
	{
		name: 'M5: topics of another form, too many of them and messages too large are refused by an error of its own',
		async run(place) {
			const a = place.device();
			await a.open();
			for (const bad of ['', '#', 'kith/1/#', '$SYS/#', 'kith/1/', newTopic().toUpperCase(), `${newTopic()}/x`]) {
				expect(() => a.listen(bad, () => undefined), bad).toThrow(MeetingPointError);
				expect(() => a.send(bad, bytesOf('x')), bad).toThrow(MeetingPointError);
			}
			expect(() => a.send(newTopic(), new Uint8Array(largestMessage + 1))).toThrow(MeetingPointError);
			const topics = Array.from({ length: mostTopics }, newTopic);
			for (const topic of topics) a.listen(topic, () => undefined);
			expect(() => a.listen(newTopic(), () => undefined)).toThrow(MeetingPointError);
			const last = topics.at(-1) ?? '';
			const ear = hear(a, last);
			await listening(a, last, ear);
			a.close();
		}
	},
	{
		name: 'M6: its state is told from the first word to the last',
		async run(place) {
			const a = place.device();
			const told: string[] = [];
			a.watchState(({ status }) => told.push(status));
			await a.open();
			await a.open();
			a.close();
			expect(told).toEqual(['closed', 'connecting', 'open', 'closed']);
		}
	},
	{
		name: 'M7: closing forgets who listened, and it opens anew',
		async run(place) {
			const topic = newTopic();
			const a = place.device();
			const before = hear(a, topic);
			await a.open();
			a.close();
			await a.open();
			const after = hear(a, topic);
			await listening(a, topic, after);
			expect(before.heard).toEqual([]);
			a.close();
			const opening = a.open();
			a.close();
			await expect(opening).rejects.toThrow(MeetingPointError);
		}
	}
];
