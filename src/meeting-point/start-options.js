import { parseArgs } from 'node:util';
import { parseOrigin, parsePassword, parsePort } from './option-values.js';

/**
 * @typedef {object} StartOptions
 * @property {boolean} host open to the network rather than to this computer only
 * @property {number} port
 * @property {boolean} anyPort whether the next free port will do when `port` is taken
 * @property {boolean} build whether a stale build is made anew
 * @property {boolean} help
 * @property {{ password?: string, origins: string[] } | null} meetingPoint where devices are introduced; null for none
 */

export const usage = `Usage: npm start -- [options]

  --host         open to your network, not only to this computer
  --port <n>     listen on this port (4173, or the next free one)
  --no-build     serve the build as it is
  --help         show this

  Your devices find each other at <address>/meeting-point, which keeps nothing:

  --no-meeting-point               do without
  --meeting-point-password <word>  ask it of every device; or set KITH_MEETING_POINT_PASSWORD
  --meeting-point-origin <origin>  also let in pages of another address, such as https://kith.example;
                                   may be given several times, * is every address`;

/**
 * Throws an `Error` whose message tells what is wrong with the arguments.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {StartOptions}
 */
export function parseStartOptions(args, env = {}) {
	const { values } = parseArgs({
		args: [...args],
		options: {
			host: { type: 'boolean', default: false },
			port: { type: 'string' },
			'no-build': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
			'no-meeting-point': { type: 'boolean', default: false },
			'meeting-point-password': { type: 'string' },
			'meeting-point-origin': { type: 'string', multiple: true, default: [] }
		}
	});
	return {
		host: values.host,
		port: parsePort(values.port ?? '4173'),
		anyPort: values.port === undefined,
		build: !values['no-build'],
		help: values.help,
		meetingPoint: values['no-meeting-point']
			? null
			: {
					...parsePassword(values['meeting-point-password'] ?? env.KITH_MEETING_POINT_PASSWORD),
					origins: values['meeting-point-origin'].map(parseOrigin)
				}
	};
}
