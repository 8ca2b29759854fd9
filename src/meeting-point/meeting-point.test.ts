import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseBrokerOptions } from './broker-options.js';
import { openMeetingPoint } from './meeting-point.js';
import { root } from './project.js';
import { serveBroker } from './serve-broker.js';
import { createAppServer, listen } from './serve.js';
import { openRawClient, publishPacket, subscribePacket, topicOf, upgradeStatus } from './test-sockets';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
	for (const one of open.splice(0).reverse()) await one.close();
});

async function serveApp(base = '', options: Parameters<typeof openMeetingPoint>[1] | null = {}): Promise<number> {
	const server: Server = createAppServer(join(root, 'static'), base);
	open.push(server);
	if (options) open.push(await openMeetingPoint(server, { ...options, path: `${base}/meeting-point` }));
	return listen(server, { host: '127.0.0.1', port: 0, anyPort: false });
}

describe('the meeting point of the app’s own host', () => {
	it('is at one path below that of the app, and nowhere else', async () => {
		const port = await serveApp('/kith');
		expect(await upgradeStatus(port, {}, '/kith/meeting-point')).toBe(101);
		expect(await upgradeStatus(port, {}, '/kith/meeting-point?x')).toBe(101);
		for (const path of ['/meeting-point', '/kith/meeting-point/', '/kith/people', '/', '/kith/meeting-pointed'])
			expect(await upgradeStatus(port, {}, path), path).toBe(404);
	});

	it('does not let in pages of other addresses, unless they are named', async () => {
		const port = await serveApp('', { origins: ['https://named.example'] });
		const from = (Origin: string) => upgradeStatus(port, { Origin, Host: 'kith.example' }, '/meeting-point');
		expect(await from('https://kith.example')).toBe(101);
		expect(await from('https://named.example')).toBe(101);
		expect(await from('https://evil.example')).toBe(403);
		expect(await from('null')).toBe(403);
	});

	it('is not there when it is not wanted', async () => {
		const port = await serveApp('', null);
		expect(await upgradeStatus(port, {}, '/meeting-point')).not.toBe(101);
	});

	it('ends with its sockets', async () => {
		const server = createServer();
		open.push(server);
		const meetingPoint = await openMeetingPoint(server);
		const port = await listen(server, { host: '127.0.0.1', port: 0, anyPort: false });
		const raw = await openRawClient(port);
		await meetingPoint.close();
		await raw.closed;
		expect(meetingPoint.held()).toMatchObject({ topics: 0, sockets: 0 });
	});
});

describe('the meeting point alone', () => {
	it('is at every path, for pages of every address unless some are named', async () => {
		const broker = await serveBroker(parseBrokerOptions(['--port', '0']));
		open.push(broker);
		expect(await upgradeStatus(broker.port, { Origin: 'https://kith.example' }, '/mqtt')).toBe(101);
		const named = parseBrokerOptions(['--port', '0', '--origin', 'https://kith.example']);
		const strict = await serveBroker(named);
		open.push(strict);
		expect(await upgradeStatus(strict.port, { Origin: 'https://kith.example', Host: 'x' })).toBe(101);
		expect(await upgradeStatus(strict.port, { Origin: 'https://evil.example', Host: 'x' })).toBe(403);
	});

	it('says what it is to a browser, and that a port is taken', async () => {
		const broker = await serveBroker({ host: '127.0.0.1', port: 0 });
		open.push(broker);
		expect(await (await fetch(`http://127.0.0.1:${broker.port}/`)).text()).toContain('A meeting point of Kith');
		await expect(serveBroker({ host: '127.0.0.1', port: broker.port })).rejects.toThrow('EADDRINUSE');
	});

	it('takes its password from the environment, so that it need not be among the arguments', () => {
		const env = { KITH_MEETING_POINT_PASSWORD: 'word' };
		expect(parseBrokerOptions([], env)).toMatchObject({ host: '127.0.0.1', port: 1884, password: 'word' });
		expect(parseBrokerOptions(['--password', 'other', '--behind-proxy'], env)).toMatchObject({
			password: 'other',
			behindProxy: true
		});
		expect(parseBrokerOptions([])).not.toHaveProperty('password');
		expect(() => parseBrokerOptions(['--origin', 'kith.example/'])).toThrow('An origin');
		expect(() => parseBrokerOptions(['--port', 'x'])).toThrow('--port');
		expect(() => parseBrokerOptions(['--password', 'x'.repeat(257)])).toThrow('256');
	});

	it('writes down neither topics nor messages, nor who was there', async () => {
		const child = spawn(process.execPath, ['src/meeting-point/broker.js', '--port', '0'], {
			cwd: root,
			env: { ...process.env, DEBUG: '' }
		});
		open.push({ close: () => child.kill('SIGKILL') });
		let said = '';
		const ended = new Promise<number | null>((settle) => child.once('close', settle));
		const port = await new Promise<number>((settle, fail) => {
			const hear = (chunk: Buffer) => {
				said += chunk.toString();
				const match = /:(\d+)\/\n/.exec(said);
				if (match) settle(Number(match[1]));
			};
			child.stdout.on('data', hear);
			child.stderr.on('data', hear);
			child.once('error', fail);
		});
		const raw = await openRawClient(port);
		raw.mqtt(subscribePacket(topicOf('a')), publishPacket(topicOf('a'), 'a sealed word'));
		await raw.until('a sealed word');
		raw.mqtt(publishPacket('elsewhere', 'x'));
		await raw.closed;
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
		expect(said).toBe(`The meeting point is at ws://127.0.0.1:${port}/\n`);
	});
});
