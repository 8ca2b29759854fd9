import { describe, expect, it } from 'vitest';
import { nodeIsTooOld } from './node-version.js';
import { parseStartOptions } from './start-options.js';

describe('npm start', () => {
	it('serves this computer only, on 4173 or the next free port', () => {
		expect(parseStartOptions([])).toEqual({
			host: false,
			port: 4173,
			anyPort: true,
			build: true,
			help: false,
			meetingPoint: { origins: [] }
		});
	});

	it('opens to the network, and keeps to a port one names', () => {
		const options = parseStartOptions(['--host', '--port', '8080', '--no-build']);
		expect(options).toMatchObject({ host: true, port: 8080, anyPort: false, build: false, help: false });
	});

	it('introduces devices unless told not to, and asks for a password if it was given one', () => {
		expect(parseStartOptions(['--no-meeting-point']).meetingPoint).toBeNull();
		const args = ['--meeting-point-origin', 'https://kith.example', '--meeting-point-password', 'word'];
		expect(parseStartOptions(args).meetingPoint).toEqual({ origins: ['https://kith.example'], password: 'word' });
		const env = { KITH_MEETING_POINT_PASSWORD: 'other' };
		expect(parseStartOptions([], env).meetingPoint).toEqual({ origins: [], password: 'other' });
		expect(() => parseStartOptions(['--meeting-point-origin', 'kith.example'])).toThrow('An origin');
	});

	it.each([[['--prot', '1']], [['extra']], [['--port', 'ninety']], [['--port', '70000']], [['--port']]])(
		'says what is wrong with %j',
		(args) => {
			expect(() => parseStartOptions(args)).toThrow(/port|prot|extra/);
		}
	);

	it('says which Node it needs when this one is too old', () => {
		expect(nodeIsTooOld('18.20.1')).toContain('Kith needs Node 20.19 or newer; this is 18.20.1');
		expect(nodeIsTooOld('20.18.3')).not.toBeNull();
		expect(nodeIsTooOld('20.19.0')).toBeNull();
		expect(nodeIsTooOld('24.0.0')).toBeNull();
	});
});
