/** A Chromium that can be killed like a machine that loses power: at once, all its processes, nothing closed. It sleeps alike. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from './chromium.js';

export interface KillableChromium {
	readonly page: Page;
	/** Resolves when every process of it is gone. */
	kill(): Promise<void>;
	/** As a machine whose lid is shut: nothing of it runs until it wakes. */
	sleep(): void;
	wake(): void;
}

/** `profile` is a folder that outlives the browser, as a device's disk does. */
export async function startKillable(profile: string): Promise<KillableChromium> {
	await rm(join(profile, 'SingletonLock'), { force: true });
	const { executablePath, args } = launchOptions();
	const own = ['--headless=new', '--remote-debugging-port=0', '--no-first-run', `--user-data-dir=${profile}`];
	const browser = spawn(executablePath, [...args, ...own, 'about:blank'], {
		detached: true,
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
	const address = await new Promise<string>((resolve, reject) => {
		let said = '';
		browser.stderr.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const match = /DevTools listening on (ws:\S+)/.exec(said);
			if (match?.[1]) resolve(match[1]);
		});
		browser.once('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
	});
	const [context] = (await chromium.connectOverCDP(address)).contexts();
	if (!context || browser.pid === undefined) throw new Error('Chromium started without a context');
	const { pid } = browser;
	return {
		page: context.pages()[0] ?? (await context.newPage()),
		async kill() {
			process.kill(-pid, 'SIGKILL');
			await gone;
		},
		sleep: () => void process.kill(-pid, 'SIGSTOP'),
		wake: () => void process.kill(-pid, 'SIGCONT')
	};
}
