import { describe, expect, it } from 'vitest';
import { Logging } from './logging.svelte';

describe('beginning a sentence', () => {
	it('happens in the field on screen, and in a dialog where there is none', () => {
		const logging = new Logging();
		const begun: string[] = [];
		const stop = logging.adopt((beginning) => begun.push(beginning));
		logging.start('@Ana ');
		expect([begun, logging.open]).toEqual([['@Ana '], false]);
		stop();
		logging.start('@Tom ');
		expect([logging.open, logging.draft]).toEqual([true, '@Tom ']);
	});

	it('goes on behind what is being written, and names nobody twice', () => {
		const logging = new Logging();
		logging.draft = 'lunch with @Ana ';
		logging.add('@Tom ');
		logging.add('@Ana ');
		expect(logging.draft).toBe('lunch with @Ana @Tom ');
	});
});
