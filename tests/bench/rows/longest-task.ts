import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds. */
	readonly ts: number;
	/** Microseconds in which the thread itself was running: what it waits for a processor is not the app's. */
	readonly tdur?: number;
}

const taskName = 'ThreadControllerImpl::RunTask';
/** Around what is looked at: the browser's own work for the trace comes before and after. */
const marks = { begin: 'bench: begin', end: 'bench: end' };

/** The longest that the page's main thread was busy with one task while `act` ran, in ms; by the browser's own trace. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
	const protocol = await page.context().newCDPSession(page);
	const events: TraceEvent[] = [];
	protocol.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
	await protocol.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] }
	});
	await page.evaluate((name) => performance.mark(name), marks.begin);
	await act();
	await page.evaluate((name) => performance.mark(name), marks.end);
	await stopTracing(protocol);
	await protocol.detach();
	const [begin, end] = [marks.begin, marks.end].map((mark) => events.find(({ name }) => name === mark));
	if (!begin || !end) throw new Error('The trace does not hold the marks');
	const tasks = events.filter(
		({ name, pid, tid, ts }) =>
			name === taskName && pid === begin.pid && tid === begin.tid && ts > begin.ts && ts < end.ts
	);
	return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

async function stopTracing(protocol: CDPSession): Promise<void> {
	const complete = new Promise((settle) => protocol.once('Tracing.tracingComplete', settle));
	await protocol.send('Tracing.end');
	await complete;
}
