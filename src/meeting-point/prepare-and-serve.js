import { networkInterfaces } from 'node:os';
import { preparePackages, prepareBuild } from './prepare.js';
import { buildFolder } from './project.js';
import { parseStartOptions, usage } from './start-options.js';

/**
 * Brings everything up to date and serves the app until Ctrl-C. What goes wrong is said, and the exit code tells.
 * @param {readonly string[]} args
 */
export async function start(args) {
	try {
		const options = parseStartOptions(args, process.env);
		if (options.help) return console.log(usage);
		await serve(options);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

/** @param {import('./start-options.js').StartOptions} options */
async function serve(options) {
	const base = process.env.KITH_BASE ?? '';
	await preparePackages(console.log);
	if (options.build) await prepareBuild(base, console.log);

	// Not before the packages are there.
	const { createAppServer, listen } = await import('./serve.js');
	const server = createAppServer(buildFolder, base);
	const meetingPoint = options.meetingPoint && (await openOwnMeetingPoint(server, base, options.meetingPoint));
	const port = await listen(server, { ...options, host: options.host ? '0.0.0.0' : '127.0.0.1' });
	const path = `:${port}${base}/`;
	console.log(`\n  Kith is at http://127.0.0.1${path}\n`);
	if (options.host) console.log(phoneAdvice(networkAddresses().map((address) => `http://${address}${path}`)));
	console.log('  Ctrl-C stops it.\n');

	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(server, meetingPoint));
}

/**
 * @param {import('node:http').Server} server
 * @param {string} base
 * @param {{ password?: string, origins: string[] }} options
 */
async function openOwnMeetingPoint(server, base, options) {
	const { openMeetingPoint } = await import('./meeting-point.js');
	return openMeetingPoint(server, { ...options, path: `${base}/meeting-point` });
}

/**
 * @param {import('node:http').Server} server
 * @param {{ close: () => Promise<void> } | null} meetingPoint
 */
function stop(server, meetingPoint) {
	server.close();
	server.closeAllConnections();
	void meetingPoint?.close();
}

/** This computer's addresses as others on the network see them. */
function networkAddresses() {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter((address) => address.family === 'IPv4' && !address.internal)
		.map((address) => address.address);
}

/** @param {readonly string[]} addresses */
function phoneAdvice(addresses) {
	return `  On your network:
${addresses.map((address) => `    ${address}`).join('\n')}

  A phone at such an address runs Kith, but a browser lets an app work offline and remind you
  only over https. For those, put an https address in front (a reverse proxy or a tunnel), or
  host the build folder on any static host.
`;
}
