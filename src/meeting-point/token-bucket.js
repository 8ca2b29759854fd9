/**
 * A bucket that fills by `perSecond` tokens up to `burst`, and begins full.
 * @param {{ burst: number, perSecond: number }} size
 * @param {() => number} now milliseconds
 */
export function createTokenBucket({ burst, perSecond }, now) {
	let tokens = burst;
	let filled = now();

	function fill() {
		const at = now();
		tokens = Math.min(burst, tokens + (Math.max(0, at - filled) / 1000) * perSecond);
		filled = at;
	}

	return {
		/**
		 * Takes `count` tokens if they are all there.
		 * @param {number} count
		 */
		take(count) {
			fill();
			if (count > tokens) return false;
			tokens -= count;
			return true;
		},
		/** Whether it holds all it can: then a new one would be the same. */
		isFull() {
			fill();
			return tokens >= burst;
		}
	};
}
