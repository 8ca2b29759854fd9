import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds. */
	readonly dur?: number;
}

const taskName = 'ThreadControllerImpl::RunTask';
const markName = 'bench: this is the thread';

/** The longest that the page's main thread was at one task while `act` ran, in ms; by the browser's own trace. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
	const protocol = await page.context().newCDPSession(page);
	const events: TraceEvent[] = [];
	protocol.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
	await protocol.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] }
	});
	await page.evaluate((name) => performance.mark(name), markName);
	await act();
	await stopTracing(protocol);
	await protocol.detach();
	const mark = events.find(({ name }) => name === markName);
	if (!mark) throw new Error('The trace does not hold the mark');
	const tasks = events.filter(({ name, pid, tid }) => name === taskName && pid === mark.pid && tid === mark.tid);
	return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000;
}

async function stopTracing(protocol: CDPSession): Promise<void> {
	const complete = new Promise((settle) => protocol.once('Tracing.tracingComplete', settle));
	await protocol.send('Tracing.end');
	await complete;
}
