#!/usr/bin/env node
/** The meeting point alone, for devices whose app comes from elsewhere. Ends at Ctrl-C or SIGTERM. */
import { parseBrokerOptions, usage } from './broker-options.js';
import { serveBroker } from './serve-broker.js';

try {
	const options = parseBrokerOptions(process.argv.slice(2), process.env);
	if (options.help) console.log(usage);
	else {
		const { port, close } = await serveBroker(options);
		console.log(`The meeting point is at ws://${options.host}:${port}/`);
		for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
