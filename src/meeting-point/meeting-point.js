import { Aedes } from 'aedes';
import { WebSocketServer } from 'ws';
import { addressOf } from './address-of.js';
import { createBrokerRules } from './broker-rules.js';
import { systemClock } from './clock.js';
import { createDoorkeeper } from './doorkeeper.js';
import { defaultLimits } from './limits.js';
import { isOriginAllowed } from './origin.js';
import { openSocketStream } from './socket-stream.js';

/**
 * @typedef {object} MeetingPointOptions
 * @property {string} [path] the one path it answers at; every path when absent
 * @property {string} [password] asked of every device when given
 * @property {readonly string[]} [origins] of pages let in beside those of its own host; `*` lets all in
 * @property {boolean} [behindProxy] whether `X-Forwarded-For` is believed from any address
 * @property {import('./limits.js').Limits} [limits]
 * @property {import('./clock.js').Clock} [clock]
 */

/**
 * Where devices are introduced to one another: an MQTT broker over WebSockets on `server`, which keeps nothing and
 * writes nothing down. It sees sealed messages under random topics, addresses and times.
 * @param {import('node:http').Server} server
 * @param {MeetingPointOptions} [options]
 */
export async function openMeetingPoint(server, options = {}) {
	const { path, password, origins = [], behindProxy = false, limits = defaultLimits, clock = systemClock } = options;
	const rules = createBrokerRules(limits, password);
	const broker = await Aedes.createBroker({
		concurrency: 0,
		// Our own limits are shorter; this one only ends what they would have missed.
		connectTimeout: 30_000,
		maxTopicLevels: 3,
		preConnect: rules.preConnect,
		authenticate: rules.authenticate,
		authorizePublish: rules.authorizePublish,
		authorizeSubscribe: rules.authorizeSubscribe,
		authorizeForward: rules.authorizeForward
	});
	broker.on('unsubscribe', (topics, client) => topics.forEach((topic) => rules.leave(client, topic)));

	const doorkeeper = createDoorkeeper(limits, clock.now);
	/** @type {import('ws').ServerOptions & { closeTimeout: number }} */
	const socketOptions = {
		noServer: true,
		clientTracking: true,
		perMessageDeflate: false,
		maxPayload: limits.payload + limits.control,
		maxFragments: 32,
		maxBufferedChunks: 1024,
		closeTimeout: 5_000,
		handleProtocols: () => 'mqtt'
	};
	const sockets = new WebSocketServer(socketOptions);

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:stream').Duplex} socket
	 * @param {Buffer} head
	 */
	function upgrade(request, socket, head) {
		socket.on('error', () => socket.destroy());
		const { headers } = request;
		if (path !== undefined && request.url?.split('?', 1)[0] !== path) return refuse(socket, '404 Not Found');
		const protocols = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
		if (!protocols?.includes('mqtt')) return refuse(socket, '400 Bad Request');
		const forwardedHost = first(headers['x-forwarded-host']);
		if (!isOriginAllowed({ origin: headers.origin, host: headers.host, forwardedHost }, origins))
			return refuse(socket, '403 Forbidden');
		const forwardedFor = first(headers['x-forwarded-for']);
		if (socket.destroyed) return;
		const leave = doorkeeper.admit(addressOf({ remote: request.socket.remoteAddress, forwardedFor }, behindProxy));
		if (!leave) return refuse(socket, '429 Too Many Requests');
		socket.once('close', leave);

		sockets.handleUpgrade(request, socket, head, (webSocket) => {
			const client = broker.handle(openSocketStream(webSocket, limits, clock));
			webSocket.once('close', () => rules.leaveAll(client));
		});
	}
	server.on('upgrade', upgrade);

	return {
		/** What is held just now, for tests: all of it is gone once the sockets are. */
		held: () => ({ topics: rules.topics(), sockets: sockets.clients.size, addresses: doorkeeper.known() }),
		/** @returns {Promise<void>} once every socket is closed */
		close() {
			server.off('upgrade', upgrade);
			for (const socket of sockets.clients) socket.terminate();
			sockets.close();
			return new Promise((settle) => broker.close(settle));
		}
	};
}

/** @param {string | string[] | undefined} header */
const first = (header) => (Array.isArray(header) ? header.join(',') : header);

/**
 * @param {import('node:stream').Duplex} socket
 * @param {string} status
 */
function refuse(socket, status) {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
