import { createServer } from 'node:http';
import { openMeetingPoint } from './meeting-point.js';

/**
 * Listens for devices at every path. To anything but a WebSocket it only says what it is, so that one can see that it
 * runs. Rejects when the port is taken.
 * @param {import('./meeting-point.js').MeetingPointOptions & { host: string, port: number }} options
 */
export async function serveBroker({ host, port, ...options }) {
	const server = createServer(
		{ headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 8 * 1024 },
		(request, response) => {
			response.writeHead(200, {
				'Content-Type': 'text/plain',
				'X-Content-Type-Options': 'nosniff',
				Connection: 'close'
			});
			response.end('A meeting point of Kith. It introduces devices to each other and keeps nothing.\n');
		}
	);
	const meetingPoint = await openMeetingPoint(server, options);
	try {
		await new Promise((settle, fail) => {
			server.once('error', fail);
			server.listen(port, host, () => settle(server.off('error', fail)));
		});
	} catch (error) {
		await meetingPoint.close();
		throw error;
	}
	const address = server.address();
	return {
		port: address !== null && typeof address === 'object' ? address.port : port,
		held: meetingPoint.held,
		/** Settles once every socket is closed. */
		async close() {
			server.close();
			server.closeAllConnections();
			await meetingPoint.close();
		}
	};
}
