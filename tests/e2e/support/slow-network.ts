/** A network between browsers of one machine that delays and loses packets, as one far away does. */
import { createSocket, type Socket } from 'node:dgram';
import type { BrowserContext } from '@playwright/test';
import { Chance } from '../../bench/address-book/random';
import { reachByRelay } from './page-rtc';

interface Weather {
	/** Milliseconds each way. */
	readonly delayMs: number;
	/** The share of packets lost, between 0 and 1, by chance. */
	readonly loss: number;
}

interface Counts {
	readonly sent: number;
	readonly lost: number;
}

const host = '127.0.0.1';

/**
 * Every address that a description names is replaced by a door of this machine that leads there, so that nothing goes
 * any other way.
 */
export class SlowNetwork {
	readonly #weather: Weather;
	readonly #sockets: Socket[] = [];
	readonly #counts = { sent: 0, lost: 0 };
	readonly #chance = new Chance(1);
	#isClosed = false;

	constructor(weather: Weather) {
		this.#weather = weather;
	}

	get counts(): Counts {
		return this.#counts;
	}

	/** All connections that pages of the context make from now on go over it. */
	async carry(context: BrowserContext): Promise<void> {
		await context.exposeFunction('relayed', (sdp: string) => this.#relayed(sdp));
		await context.addInitScript(reachByRelay);
	}

	close(): void {
		this.#isClosed = true;
		for (const socket of this.#sockets) socket.close();
	}

	async #relayed(sdp: string): Promise<string> {
		const lines = await Promise.all(sdp.split('\r\n').map((line) => this.#relayedLine(line)));
		return lines.filter((line) => line !== null).join('\r\n');
	}

	async #relayedLine(line: string): Promise<string | null> {
		const [, before, address, port, after] =
			/^(a=candidate:\S+ \d+ udp \d+) (\S+) (\d+) (typ host.*)$/i.exec(line) ?? [];
		if (!before || !address || !port) return line.startsWith('a=candidate:') ? null : line;
		// The door is of the older protocol, and leads to the same.
		if (address.includes(':')) return null;
		return `${before} ${host} ${await this.#openDoor(Number(port), address)} ${after ?? ''}`;
	}

	/** Like a router: what comes from each sender leaves by a socket of its own, and answers find back through it. */
	async #openDoor(port: number, address: string): Promise<number> {
		const senders = new Map<number, Socket>();
		const door = this.#open();
		door.on('message', (packet, sender) => {
			let own = senders.get(sender.port);
			if (!own) {
				own = this.#open();
				own.on('message', (answer) => this.#pass(() => door.send(answer, sender.port, sender.address)));
				senders.set(sender.port, own);
			}
			const leaving = own;
			this.#pass(() => leaving.send(packet, port, address));
		});
		await new Promise<void>((settle) => door.bind(0, host, settle));
		return door.address().port;
	}

	#open(): Socket {
		const socket = createSocket('udp4');
		this.#sockets.push(socket);
		return socket;
	}

	#pass(send: () => void): void {
		this.#counts.sent++;
		if (this.#chance.happens(this.#weather.loss)) {
			this.#counts.lost++;
			return;
		}
		setTimeout(() => {
			if (!this.#isClosed) send();
		}, this.#weather.delayMs);
	}
}
