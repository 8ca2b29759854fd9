import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * For every answer. A page carries its whole policy; a header alone can forbid framing, and reaches the workers, which
 * talk to the meeting point that the owner names.
 */
const headers = {
	'Content-Security-Policy': "connect-src 'self' ws: wss:; frame-ancestors 'none'",
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff'
};

/** How long a request may take to arrive, in milliseconds: one that dribbles in is ended. */
const patience = { headersTimeout: 15_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

/**
 * Serves a built app, and its own not-found page for every path it does not have. Not listening yet.
 * @param {string} folder
 * @param {string} base the path it was built for, such as `/kith`, or empty
 */
export function createAppServer(folder, base) {
	const files = sirv(folder, { etag: true, gzip: true, brotli: true, setHeaders: setCaching });

	return createServer(patience, (request, response) => {
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
		const [whole = '/', query] = (request.url ?? '/').split('?', 2);
		if (!`${whole}/`.startsWith(`${base}/`)) return end(response, 404);

		const path = whole.slice(base.length);
		// A page's own addresses are relative to its folder, so it is served at one path only.
		if (path === '' || /^\/\/|.\/$/.test(path)) {
			const only = base + `/${path}`.replace(/^\/+/, '/').replace(/(.)\/+$/, '$1');
			response.setHeader('Location', query === undefined ? only : `${only}?${query}`);
			return end(response, 308);
		}
		request.url = path;
		files(request, response, () => sendNotFound(join(folder, '404.html'), response));
	});
}

/**
 * @param {string} page
 * @param {import('node:http').ServerResponse} response
 */
function sendNotFound(page, response) {
	response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-cache' });
	createReadStream(page)
		.on('error', () => response.end())
		.pipe(response);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function end(response, status) {
	response.statusCode = status;
	response.end();
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} path
 */
function setCaching(response, path) {
	const immutable = path.startsWith('/_app/immutable/');
	response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** How many ports after the wanted one are tried. */
const portsTried = 20;

/**
 * Listens on `port`, or with `anyPort` on the next free one; gives the port. Rejects when none is free.
 * @param {import('node:http').Server} server
 * @param {{ host: string, port: number, anyPort: boolean }} where
 * @returns {Promise<number>}
 */
export async function listen(server, { host, port, anyPort }) {
	for (let tried = port; ; tried++) {
		try {
			return await listenOn(server, host, tried);
		} catch (error) {
			const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
			if (!taken || !anyPort || tried - port >= portsTried) throw error;
		}
	}
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>}
 */
function listenOn(server, host, port) {
	return new Promise((settle, fail) => {
		server.once('error', fail);
		server.listen(port, host, () => {
			server.off('error', fail);
			const address = server.address();
			settle(address !== null && typeof address === 'object' ? address.port : port);
		});
	});
}
