import { describe, expect, it } from 'vitest';
import { MeetingPointError } from './meeting-point';
import { formatTopic, isTopic } from './topic';

describe('M5: a topic', () => {
	it('is 32 bytes in hexadecimal digits under a fixed name', () => {
		const topic = formatTopic(new Uint8Array(32).fill(10));
		expect(topic).toBe(`kith/1/${'0a'.repeat(32)}`);
		expect(isTopic(topic)).toBe(true);
		for (const bad of [`${topic}\n`, ` ${topic}`, topic.replace('0a', '0A'), topic.slice(1), 'kith/1/#'])
			expect(isTopic(bad), bad).toBe(false);
		expect(() => formatTopic(new Uint8Array(31))).toThrow(MeetingPointError);
	});
});
