import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMeetingPoint } from '../../../src/meeting-point/meeting-point.js';
import { buildFolder } from '../../../src/meeting-point/project.js';
import { createAppServer, listen } from '../../../src/meeting-point/serve.js';

/** The built app on a host of its own, which can go away and come back with a newer version. */
export class Host {
	#server: Server | null = null;
	#port = 0;
	readonly #folder = mkdtempSync(join(tmpdir(), 'kith-host-'));

	#meetingPoint: { close(): Promise<void> } | null = null;

	/** Without a meeting point it is any static host. */
	static async open({ meetingPoint = false } = {}): Promise<Host> {
		const host = new Host();
		cpSync(buildFolder, host.#folder, { recursive: true });
		await host.start();
		if (meetingPoint) await host.startMeetingPoint();
		return host;
	}

	get origin(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	async start(): Promise<void> {
		this.#server = createAppServer(this.#folder, '');
		this.#port = await listen(this.#server, { host: '127.0.0.1', port: this.#port, anyPort: false });
	}

	async startMeetingPoint(): Promise<void> {
		if (!this.#server) throw new Error('The host is stopped');
		this.#meetingPoint = await openMeetingPoint(this.#server, { path: '/meeting-point' });
	}

	async stopMeetingPoint(): Promise<void> {
		await this.#meetingPoint?.close();
		this.#meetingPoint = null;
	}

	async stop(): Promise<void> {
		await this.stopMeetingPoint();
		const server = this.#server;
		if (!server) return;
		this.#server = null;
		await new Promise((settle) => {
			server.close(settle);
			server.closeAllConnections();
		});
	}

	/** Puts a newer version in place, as a deployment would. */
	async deploy(): Promise<void> {
		await this.stop();
		const worker = join(this.#folder, 'service-worker.js');
		const { version } = JSON.parse(readFileSync(join(this.#folder, '_app/version.json'), 'utf8')) as {
			version: string;
		};
		writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll(version, `${version}-next`));
		for (const twin of ['.br', '.gz']) rmSync(worker + twin, { force: true });
		await this.start();
	}

	async close(): Promise<void> {
		await this.stop();
		rmSync(this.#folder, { recursive: true });
	}
}

/** Every screen of the build, as its path. */
export const screens = (): readonly string[] =>
	readdirSync(buildFolder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html') && file !== '404.html')
		.map((file) => `/${file.replace(/(index)?\.html$/, '')}`);

/** Everything of the build that the app may load, by path; what only installing it needs is not among it. */
export const loadable = (): readonly string[] =>
	readdirSync(buildFolder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name).slice(buildFolder.length).replaceAll('\\', '/'))
		.filter(
			(path) =>
				!/^\/(service-worker\.js|_app\/(version|env)\.\w+|screenshots\/.*|icon-(maskable-|monochrome-)?512\.png|apple-touch-icon\.png)$/.test(
					path
				)
		);
