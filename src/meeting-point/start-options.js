import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartOptions
 * @property {boolean} host open to the network rather than to this computer only
 * @property {number} port
 * @property {boolean} anyPort whether the next free port will do when `port` is taken
 * @property {boolean} build whether a stale build is made anew
 * @property {boolean} help
 */

export const usage = `Usage: npm start -- [options]

  --host         open to your network, not only to this computer
  --port <n>     listen on this port (4173, or the next free one)
  --no-build     serve the build as it is
  --help         show this`;

/**
 * Throws an `Error` whose message tells what is wrong with the arguments.
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function parseStartOptions(args) {
	const { values } = parseArgs({
		args: [...args],
		options: {
			host: { type: 'boolean', default: false },
			port: { type: 'string' },
			'no-build': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false }
		}
	});
	const port = Number(values.port ?? 4173);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw new Error(`--port takes 0 to 65535, not ${values.port}`);
	return {
		host: values.host,
		port,
		anyPort: values.port === undefined,
		build: !values['no-build'],
		help: values.help
	};
}
