const queues = new Map<string, Promise<unknown>>();

/** Runs one work of a name at a time, among all tabs where the browser has locks, else within this one. */
export function exclusively(name: string, work: () => Promise<void>): Promise<void> {
	if (globalThis.navigator?.locks) return navigator.locks.request(name, work);
	const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
	queues.set(name, turn);
	return turn;
}
