#!/usr/bin/env node
/**
 * Started by Playwright in Firefox's place (`KITH_FIREFOX` names the real one), which it starts and stands before:
 * Playwright gives up when a command of WebDriver BiDi is unknown, and Firefox's long-lived release does not know the
 * newest. Those that only say how a page is to look are answered here; all else passes as it is.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const answeredHere = new Set(['emulation.setMediaFeaturesOverride']);

const firefox = spawn(process.env.KITH_FIREFOX ?? 'firefox', process.argv.slice(2), {
	stdio: ['ignore', 'ignore', 'pipe']
});
firefox.once('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
firefox.once('exit', (code) => process.exit(code ?? 1));
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
	process.once(signal, () => firefox.kill(signal));

createInterface({ input: firefox.stderr }).on('line', (line) => {
	const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line) ?? [];
	if (address) standBefore(address);
	else console.error(line);
});

/** @param {string} address */
function standBefore(address) {
	const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
	server.once('listening', () => {
		const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
		console.error(`WebDriver BiDi listening on ws://127.0.0.1:${port}`);
	});
	server.on('connection', (playwright, { url }) => {
		const browser = new WebSocket(address + url, { perMessageDeflate: false });
		const opened = new Promise((settle) => browser.once('open', settle));
		playwright.on('message', async (data) => {
			const text = data.toString();
			const { id, method } = JSON.parse(text);
			if (answeredHere.has(method)) return playwright.send(JSON.stringify({ type: 'success', id, result: {} }));
			await opened;
			browser.send(text);
		});
		browser.on('message', (data) => playwright.send(data.toString()));
		playwright.once('close', () => browser.close());
		browser.once('close', () => playwright.close());
		browser.on('error', ({ message }) => console.error(message));
	});
}
