import { Duplex } from 'node:stream';
import { createPacketGate, Refusal } from './packet-gate.js';
import { createPatience } from './patience.js';
import { createTokenBucket } from './token-bucket.js';

/** Close codes of RFC 6455. */
const wrongData = 1003;
const againstTheRules = 1008;

/**
 * The stream of MQTT packets behind a WebSocket, as the broker reads and writes it. Everything a socket sends passes
 * its limits here first: the broker sees whole packets of the kinds it takes, at a bearable rate, and nothing else.
 * A socket that breaks a rule or a limit is closed; one that does not read what it is sent is, too, since a broker
 * that waited for it would keep the others waiting.
 * @param {import('ws').WebSocket} socket
 * @param {import('./limits.js').Limits} limits
 * @param {import('./clock.js').Clock} clock
 * @returns {Duplex}
 */
export function openSocketStream(socket, limits, clock) {
	const gate = createPacketGate(limits);
	const packets = createTokenBucket(limits.packets, clock.now);
	const bytes = createTokenBucket(limits.bytes, clock.now);
	let refused = false;
	const patience = createPatience(limits, clock, (why) => refuse(why));

	const stream = new Duplex({
		readableHighWaterMark: 4 * limits.payload,
		// Writing is never put off: what piles up for a socket that does not read is judged below.
		writableHighWaterMark: 4 * limits.unread,
		read: () => socket.resume(),
		write: (chunk, _encoding, done) => send(chunk, done),
		writev: (chunks, done) => send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done),
		destroy(error, done) {
			patience.stop();
			if (error || refused) socket.terminate();
			// What was written last, such as "bad password", still arrives.
			else socket.close(1000);
			done(error);
		}
	});

	/**
	 * @param {Buffer} chunk
	 * @param {() => void} done
	 */
	function send(chunk, done) {
		if (socket.readyState === socket.OPEN) {
			if (socket.bufferedAmount + chunk.length > limits.unread) refuse('what it was sent is not read');
			else socket.send(chunk);
		}
		done();
	}

	/**
	 * @param {string} why
	 * @param {number} code
	 */
	function refuse(why, code = againstTheRules) {
		if (stream.destroyed) return;
		refused = true;
		socket.close(code, why);
		stream.destroy();
	}

	/** @param {number} [count] */
	function spend(count = 1) {
		if (!packets.take(count)) throw new Refusal('too fast');
	}

	/** @param {Buffer} chunk */
	function takeIn(chunk) {
		if (!bytes.take(chunk.length)) throw new Refusal('too fast');
		const whole = gate.take(chunk);
		// An empty or partial message is paid for as a packet is, or they would be free.
		spend(Math.max(1, whole.length));
		patience.heard({ greeted: gate.greeted(), whole: whole.length > 0, partial: gate.held() > 0 });
		for (const packet of whole) if (!stream.push(packet)) socket.pause();
	}

	/** @param {() => void} run */
	function guarded(run) {
		if (stream.destroyed) return;
		try {
			run();
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			refuse(error.message);
		}
	}

	socket.on('message', (data, isBinary) => {
		if (!isBinary) return refuse('binary messages only', wrongData);
		guarded(() => takeIn(/** @type {Buffer} */ (data)));
	});
	socket.on('ping', () => guarded(spend));
	socket.on('pong', () => guarded(spend));
	socket.on('error', () => stream.destroy());
	socket.on('close', () => stream.destroy());
	return stream;
}
