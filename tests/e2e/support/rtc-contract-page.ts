/** Runs in a page: the rules of connections, over a browser's own, through the ports a worker uses. */
import { servePageRtc } from '../../../src/lib/sync/connect/page-rtc';
import { rtcContract } from '../../../src/lib/sync/connect/rtc.contract';
import { workerRtc } from '../../../src/lib/sync/connect/worker-rtc';

function open() {
	const { port1, port2 } = new MessageChannel();
	const stop = servePageRtc(port2);
	return { rtc: workerRtc(port1), stop };
}

export const names = rtcContract.map(({ name }) => name);

/** Says what is wrong, or null. */
export async function runRtcCase(name: string): Promise<string | null> {
	const rule = rtcContract.find((each) => each.name === name);
	if (!rule) return 'no such rule';
	const [one, other] = [open(), open()];
	try {
		await rule.run({ one: one.rtc, other: other.rtc, settled: (promise) => promise });
		return null;
	} catch (error) {
		return String(error);
	} finally {
		one.stop();
		other.stop();
	}
}
