import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

const places = ['mosquitto', '/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'];

/** The Mosquitto of this computer, or undefined. */
export const mosquitto = places.find((command) => spawnSync(command, ['-h']).error === undefined);

/** Runs it as the README says, on this computer only; gives its address and what ends it. */
export async function startMosquitto(command: string): Promise<{ url: string; stop: () => Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'kith-mosquitto-'));
	const port = await freePort();
	const config = join(folder, 'mosquitto.conf');
	writeFileSync(
		config,
		[
			// Debian's 2.0.11 does not start with a listener for WebSockets alone, nor binds it to an address without a domain.
			`listener ${await freePort()} 127.0.0.1`,
			`listener ${port} 127.0.0.1`,
			'socket_domain ipv4',
			'protocol websockets',
			'allow_anonymous true',
			'persistence false',
			'retain_available false',
			'max_packet_size 16640',
			'log_type error',
			''
		].join('\n')
	);
	const child = spawn(command, ['-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const ended = new Promise<void>((settle) => child.once('close', () => settle()));
	const gone = ended.then(() => {
		throw new Error(`mosquitto ended: ${said}`);
	});
	const url = `ws://127.0.0.1:${port}/`;
	await Promise.race([answering(url), gone]);
	return {
		url,
		async stop() {
			gone.catch(() => undefined);
			child.kill();
			await ended;
			rmSync(folder, { recursive: true });
		}
	};
}

function freePort(): Promise<number> {
	return new Promise((settle) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => settle(port));
		});
	});
}

/** Settles once a WebSocket opens at `url`. */
async function answering(url: string): Promise<void> {
	while (
		!(await new Promise<boolean>((settle) => {
			const socket = new WebSocket(url, ['mqtt']);
			socket.once('open', () => settle(socket.close() === undefined));
			socket.once('error', () => setTimeout(() => settle(false), 20));
		}))
	);
}
