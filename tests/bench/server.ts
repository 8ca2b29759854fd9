/** The app and its meeting point as `npm start` serves them, with a few pages of the bench beside it on the same origin. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { openMeetingPoint } from '../../src/meeting-point/meeting-point.js';
import { createAppServer, listen } from '../../src/meeting-point/serve.js';
import { buildFolder } from '../../src/meeting-point/project.js';

export interface SeenRequest {
	readonly path: string;
	/** Milliseconds since 1970, by the same clock as a page's `performance.timeOrigin + performance.now()`. */
	readonly at: number;
}

export interface BenchServer {
	readonly origin: string;
	/** All that was asked of the app, oldest first. */
	readonly requests: readonly SeenRequest[];
	close(): Promise<void>;
}

const barePage = '<!doctype html><title>Bench</title><script type="module" src="/bench/page.js"></script>';

/**
 * @param pageScript the file behind `/bench/page.js`
 * @param files what else lies behind `/bench/<name>`
 */
export async function serveBench(
	pageScript: string,
	files: Readonly<Record<string, Uint8Array>>
): Promise<BenchServer> {
	const app = createAppServer(buildFolder, '');
	const own: Record<string, readonly [type: string, body: string | Uint8Array]> = {
		'/bench/': ['text/html', barePage],
		'/bench/page.js': ['text/javascript', readFileSync(pageScript)]
	};
	for (const [name, body] of Object.entries(files)) own[`/bench/${name}`] = ['application/octet-stream', body];
	const requests: SeenRequest[] = [];
	const server = createServer((request, response) => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		const answer = own[path];
		if (answer) {
			response.writeHead(200, { 'Content-Type': answer[0], 'Cache-Control': 'no-store' }).end(answer[1]);
			return;
		}
		requests.push({ path, at: performance.timeOrigin + performance.now() });
		app.emit('request', request, response);
	});
	const port = await listen(server, { host: '127.0.0.1', port: 0, anyPort: false });
	const meetingPoint = await openMeetingPoint(server, { path: '/meeting-point' });
	return {
		origin: `http://127.0.0.1:${port}`,
		requests,
		close: async () => {
			await meetingPoint.close();
			server.close();
			server.closeAllConnections();
		}
	};
}
