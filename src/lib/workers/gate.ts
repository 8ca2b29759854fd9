/** The thread in which messages of other devices are judged; it can be killed when one takes too long. */
import { inspectMessage } from '$lib/sync/gate/messages';
import type { GateQuestion } from './connect-gate';

export function startGate(thread: Worker): void {
	thread.onmessage = ({ data: { message, known } }: MessageEvent<GateQuestion>) => {
		thread.postMessage(inspectMessage(message, known));
	};
	// Only now: whoever asked before was not heard.
	thread.postMessage('ready');
}
