import type { LogOptions, UpdateLog } from './update-log';

export type Position = 'start' | 'middle' | 'end';

/** A place where logs are opened, as a device's tabs do. */
export interface LogPlace {
	open(options?: LogOptions): Promise<UpdateLog>;
	/** Puts a record among the stored ones, or in place of one, behind the back of every log. */
	spoil(how: 'add' | 'replace', position: Position, value: unknown): Promise<void>;
	/** Throws all records away, as a browser may that takes its own storage for damaged. */
	lose(): Promise<void>;
	/** Whether a journal is kept beside the records. */
	readonly hasJournal: boolean;
	countRecords(): Promise<number>;
	refuseWrites(reason: 'quota' | null): void;
}

/** The same for every runner: vitest here, a page of the real browser elsewhere. */
export interface ContractCase {
	readonly name: string;
	readonly run: (place: LogPlace) => Promise<void>;
}

export const people = (log: UpdateLog) => log.doc.getMap<string>('people');
export const seen = (log: UpdateLog) => JSON.stringify([...people(log)].sort());

export async function until(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
	for (const start = performance.now(); performance.now() - start < 4_000;) {
		if (await isTrue()) return;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	throw new Error(`never came: ${what}`);
}

export function same(actual: unknown, expected: unknown, what: string): void {
	const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
	if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

export async function rejection(promise: Promise<unknown>): Promise<string> {
	const error: unknown = await promise.then(
		() => null,
		(cause: unknown) => cause
	);
	return error instanceof Error && 'code' in error ? String(error.code) : `no KithError: ${String(error)}`;
}

export async function addPeople(log: UpdateLog, count: number): Promise<void> {
	for (let i = 0; i < count; i++) {
		people(log).set(`person ${i}`, 'x'.repeat(i));
		await log.settled();
	}
}
