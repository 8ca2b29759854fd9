import { parseArgs } from 'node:util';
import { parseOrigin, parsePassword, parsePort } from './option-values.js';

/**
 * @typedef {object} BrokerOptions
 * @property {string} host the address to listen at
 * @property {number} port
 * @property {string} [password]
 * @property {string[]} origins
 * @property {boolean} behindProxy
 * @property {boolean} help
 */

export const usage = `Usage: node src/meeting-point/broker.js [options]

  --port <n>           listen on this port (1884)
  --host <address>     listen at this address (127.0.0.1; 0.0.0.0 is every one)
  --password <word>    ask it of every device; or set KITH_MEETING_POINT_PASSWORD
  --origin <origin>    let in only pages of this address, such as https://kith.example;
                       may be given several times (every address)
  --behind-proxy       believe X-Forwarded-For, also from a proxy on another computer
  --help               show this`;

/**
 * Throws an `Error` whose message tells what is wrong with the arguments.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {BrokerOptions}
 */
export function parseBrokerOptions(args, env = {}) {
	const { values } = parseArgs({
		args: [...args],
		options: {
			port: { type: 'string', default: '1884' },
			host: { type: 'string', default: '127.0.0.1' },
			password: { type: 'string' },
			origin: { type: 'string', multiple: true, default: ['*'] },
			'behind-proxy': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false }
		}
	});
	return {
		host: values.host,
		port: parsePort(values.port),
		...parsePassword(values.password ?? env.KITH_MEETING_POINT_PASSWORD),
		origins: values.origin.map(parseOrigin),
		behindProxy: values['behind-proxy'],
		help: values.help
	};
}
