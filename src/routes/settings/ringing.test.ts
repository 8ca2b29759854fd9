import { expect, it } from 'vitest';
import { ringingOf } from './ringing';

it.each([
	['a browser without notifications', null, false, false, 'missing'],
	['notifications that were refused', 'denied', true, true, 'denied'],
	['notifications never asked for', 'default', true, false, 'ask'],
	['an installed app with periodic checks', 'granted', true, true, 'periodic'],
	['a browser that checks only for installed apps', 'granted', true, false, 'installable'],
	['a browser without periodic checks', 'granted', false, false, 'open']
] as const)('%s is told as it is', (_, permission, knowsPeriodic, hasPeriodic, ringing) => {
	expect(ringingOf({ permission, knowsPeriodic, hasPeriodic })).toBe(ringing);
});
