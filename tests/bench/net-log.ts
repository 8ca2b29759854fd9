/** What a browser did on the network, by its own log (`--log-net-log`), which sees every socket of every thread. */
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

interface NetLog {
	readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
	readonly events: readonly NetEvent[];
}

interface NetEvent {
	readonly type: number;
	readonly source: { readonly id: number };
	readonly params?: { readonly address?: string; readonly byte_count?: number; readonly host?: string };
}

export interface Traffic {
	/** Bytes sent to and received from this machine itself. */
	readonly own: number;
	/** Bytes to and from anywhere else; a name asked for counts with its length. */
	readonly thirdParty: number;
	/** With whom, by address or name. */
	readonly strangers: readonly string[];
}

/**
 * What Chromium asks for by itself as long as it runs, whatever page is open. The bench keeps these names from being
 * found, so that nothing is said under them, and does not count that they were looked for.
 */
const chromiumsOwn = [
	'accounts.google.com',
	'clients2.google.com',
	'content-autofill.googleapis.com',
	'optimizationguide-pa.googleapis.com',
	'update.googleapis.com'
];
/** What it writes of a name that is kept from being found. */
const notFound = '~notfound';

/** What makes a Chromium write its log, and find none of its own servers. */
export const netLogArgs = (path: string): readonly string[] => [
	`--log-net-log=${path}`,
	`--host-resolver-rules=${chromiumsOwn.map((host) => `MAP ${host} ~NOTFOUND`).join(', ')}`,
	// Names are asked of the system then, and no socket of the browser carries the question.
	'--disable-features=WebRtcHideLocalIpsWithMdns,AsyncDns'
];

/** Reads the log of a browser that has ended. */
export const readNetLog = (path: string): NetLog => JSON.parse(readFileSync(path, 'utf8')) as NetLog;

/** @param own the addresses of this machine, without ports */
export function trafficIn({ constants, events }: NetLog, own: ReadonlySet<string> = ownAddresses()): Traffic {
	const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
	const connected = new Map<number, string>();
	const strangers = new Map<string, number>();
	let ownBytes = 0;
	const count = (remote: string, bytes: number) => {
		if (own.has(remote)) ownBytes += bytes;
		else if (bytes > 0) strangers.set(remote, (strangers.get(remote) ?? 0) + bytes);
	};
	for (const { type, source, params = {} } of events) {
		const name = names.get(type) ?? '';
		const { address, byte_count: bytes, host } = params;
		if (address && /^(UDP_CONNECT|TCP_CONNECT_ATTEMPT)$/.test(name)) connected.set(source.id, hostOf(address));
		if (bytes && /^(UDP|SOCKET)_BYTES_(SENT|RECEIVED)$/.test(name))
			count(address ? hostOf(address) : (connected.get(source.id) ?? 'somewhere'), bytes);
		if (host && name === 'HOST_RESOLVER_MANAGER_REQUEST') {
			const asked = hostOf(host.replace(/^\w+:\/\//, ''));
			if (!own.has(asked) && asked !== notFound && !chromiumsOwn.includes(asked)) count(asked, asked.length);
		}
	}
	return {
		own: ownBytes,
		thirdParty: [...strangers.values()].reduce((sum, bytes) => sum + bytes, 0),
		strangers: [...strangers.keys()]
	};
}

/** Without the port. */
const hostOf = (address: string) => /^\[(.*)\]/.exec(address)?.[1] ?? address.replace(/:\d+$/, '');

const ownAddresses = (): ReadonlySet<string> =>
	new Set([
		'localhost',
		...Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address))
	]);
