/**
 * The three waits a socket has to end in time: for its CONNECT, for the rest of a packet, for its next whole packet.
 * Only whole packets count as life, so sending a byte now and then keeps nothing open.
 * @param {import('./limits.js').Limits} limits
 * @param {import('./clock.js').Clock} clock
 * @param {(why: string) => void} end
 */
export function createPatience(limits, clock, end) {
	let waitsForGreeting = true;
	const stopGreeting = clock.after(limits.greetingMs, () => end('no CONNECT in time'));
	let stopIdle = () => {};
	let stopPacket = () => {};
	let waitsForRest = false;
	let heardAt = 0;

	function watchIdle() {
		const left = heardAt + limits.idleMs - clock.now();
		if (left <= 0) return end('nothing heard for long');
		// One timer a socket, set anew only when it rings: packets come far more often than that.
		stopIdle = clock.after(left, watchIdle);
	}

	return {
		/** @param {{ greeted: boolean, whole: boolean, partial: boolean }} heard what the last bytes were */
		heard({ greeted, whole, partial }) {
			if (whole) heardAt = clock.now();
			if (greeted && waitsForGreeting) {
				waitsForGreeting = false;
				stopGreeting();
				watchIdle();
			}
			if (whole || !partial) {
				stopPacket();
				waitsForRest = false;
			}
			if (partial && !waitsForRest) {
				stopPacket = clock.after(limits.packetMs, () => end('a packet without end'));
				waitsForRest = true;
			}
		},
		stop() {
			stopGreeting();
			stopIdle();
			stopPacket();
		}
	};
}
