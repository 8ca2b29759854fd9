import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAppServer, listen } from './serve.js';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'kith-serve-'));
	write('index.html', 'today');
	write('people.html', 'people');
	write('404.html', 'not found');
	write('service-worker.js', 'worker');
	write('_app/immutable/chunk.abc.js', 'chunk');
	write('_app/immutable/chunk.abc.js.br', 'small');
	write('manifest.webmanifest', '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), content);
}

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

async function serve(base = ''): Promise<number> {
	const server = createAppServer(folder, base);
	servers.push(server);
	return listen(server, { host: '127.0.0.1', port: 0, anyPort: false });
}

/** By Node's own client: `fetch` tidies addresses and follows redirects before the server sees them. */
function get(port: number, path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
	return new Promise<IncomingMessage & { body: string }>((settle, fail) => {
		request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
			let body = '';
			response.setEncoding('utf8');
			response.on('data', (chunk: string) => (body += chunk));
			response.on('end', () => settle(Object.assign(response, { body })));
		})
			.on('error', fail)
			.end();
	});
}

describe('the app server', () => {
	it('serves each screen at its path, whatever the query', async () => {
		const port = await serve();
		expect(await get(port, '/')).toMatchObject({ statusCode: 200, body: 'today' });
		expect(await get(port, '/people?person=a')).toMatchObject({ statusCode: 200, body: 'people' });
	});

	it('answers an unknown path with the app’s own not-found page', async () => {
		const port = await serve();
		const answer = await get(port, '/nowhere');
		expect(answer).toMatchObject({ statusCode: 404, body: 'not found' });
		expect(answer.headers['content-type']).toContain('text/html');
	});

	it('never serves a file outside the build', async () => {
		const port = await serve();
		for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/%', '//', '/\\..\\x']) {
			expect([308, 404], path).toContain((await get(port, path)).statusCode);
		}
	});

	it('lets hashed files be kept for ever, and asks about all others', async () => {
		const port = await serve();
		const caching = async (path: string) => (await get(port, path)).headers['cache-control'];
		expect(await caching('/_app/immutable/chunk.abc.js')).toBe('public, max-age=31536000, immutable');
		expect(await caching('/service-worker.js')).toBe('no-cache');
		expect(await caching('/people')).toBe('no-cache');
	});

	it('cannot be framed, sniffed or told on by a referrer', async () => {
		const port = await serve();
		for (const path of ['/', '/_app/immutable/chunk.abc.js', '/nowhere']) {
			expect((await get(port, path)).headers).toMatchObject({
				'content-security-policy': "connect-src 'self' ws: wss:; frame-ancestors 'none'",
				'referrer-policy': 'no-referrer',
				'x-content-type-options': 'nosniff'
			});
		}
	});

	it('sends the compressed twin of a file to who can read it', async () => {
		const port = await serve();
		const answer = await get(port, '/_app/immutable/chunk.abc.js', { headers: { 'accept-encoding': 'br' } });
		expect(answer.body).toBe('small');
		expect(answer.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/javascript' });
	});

	it('leads a path with a closing slash to the one without, on this host only', async () => {
		const port = await serve();
		expect(await get(port, '/people/?person=a')).toMatchObject({
			statusCode: 308,
			headers: { location: '/people?person=a' }
		});
		expect((await get(port, '//elsewhere.example/')).headers.location).toBe('/elsewhere.example');
	});

	it('serves only below its base path', async () => {
		const port = await serve('/kith');
		expect(await get(port, '/kith/people')).toMatchObject({ statusCode: 200, body: 'people' });
		expect(await get(port, '/kith')).toMatchObject({ statusCode: 308, headers: { location: '/kith/' } });
		expect((await get(port, '/people')).statusCode).toBe(404);
		expect((await get(port, '/kithling')).statusCode).toBe(404);
	});

	it('takes nothing in', async () => {
		const port = await serve();
		expect((await get(port, '/people', { method: 'POST' })).statusCode).toBe(405);
	});
});

describe('listening', () => {
	async function takenPort(): Promise<number> {
		const taken = createServer();
		servers.push(taken);
		return listen(taken, { host: '127.0.0.1', port: 0, anyPort: false });
	}

	it('goes to the next free port when any will do', async () => {
		const port = await takenPort();
		const server = createAppServer(folder, '');
		servers.push(server);
		expect(await listen(server, { host: '127.0.0.1', port, anyPort: true })).toBeGreaterThan(port);
	});

	it('says that the port one named is taken', async () => {
		const port = await takenPort();
		await expect(listen(createAppServer(folder, ''), { host: '127.0.0.1', port, anyPort: false })).rejects.toThrow(
			'EADDRINUSE'
		);
	});
});
