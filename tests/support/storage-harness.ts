/** The storage room in a bare page or worker, for tests that drive it from outside. */
import { expose, wrap, type Remote } from 'comlink';
import { openDB } from 'idb';
import type { Row } from '$lib/domain/row';
import { defaultSettings } from '$lib/domain/settings';
import { KithError, type Page, type SaveStatus } from '$lib/kith';
import { openDerived } from '$lib/storage/derived';
import { openIndexedDbLog } from '$lib/storage/indexeddb-log';
import { indexedDbPlace } from '$lib/storage/log-places.contract';
import { askToPersist, readUsage } from '$lib/storage/persist';
import type { UpdateLog } from '$lib/storage/update-log';
import { updateLogContract } from '$lib/storage/update-log.contract';

let log: UpdateLog | null = null;
let statuses: SaveStatus[] = [];

const opened = () => {
	if (!log) throw new Error('no log is open');
	return log;
};
const people = () => opened().doc.getMap<string>('people');

/** A `KithError`'s code, `ok`, or what else was thrown. */
async function outcome(promise: Promise<unknown>): Promise<string> {
	try {
		await promise;
		return 'ok';
	} catch (error) {
		return error instanceof KithError ? error.code : String(error);
	}
}

export const harness = {
	contractNames: () => updateLogContract.map(({ name }) => name),

	async runContract(name: string): Promise<void> {
		const found = updateLogContract.find((one) => one.name === name);
		if (!found) throw new Error(`no case ${name}`);
		await found.run(indexedDbPlace(`contract ${name} ${crypto.randomUUID()}`));
	},

	/** The outcome and how long it took, in ms. */
	async open(name: string, options: { idleMs?: number; compactAbove?: number } = {}) {
		const start = performance.now();
		const result = await outcome(
			openIndexedDbLog(name, options).then((made) => {
				log = made;
				statuses = [];
				log.watchStatus((status) => statuses.push(status));
			})
		);
		return { result, ms: performance.now() - start };
	},

	set: (key: string, value = 'x') => void people().set(key, value),
	settled: () => outcome(opened().settled()),
	compact: () => outcome(opened().compact()),
	close: () => outcome(opened().close()),
	keys: () => [...people().keys()].sort(),
	quarantined: () => opened().quarantined,
	/** What there is, and how it came. */
	state: () => ({
		keys: harness.keys(),
		quarantined: opened().quarantined,
		broughtBack: opened().broughtBack
	}),
	mark: () => opened().mark,
	statuses: () => statuses,
	snapshots: async () => (await opened().readSnapshots()).map(({ reason, contacts }) => ({ reason, contacts })),
	takeSnapshot: () => outcome(opened().takeSnapshot('manual', people().size)),
	usage: readUsage,
	askToPersist,

	/** Edits until the browser dies, each told on the console once it is durable. Some edits come in bursts. */
	async editForEver(prefix: string, compactEach: number): Promise<void> {
		for (let round = 0; ; round++) {
			const keys = Array.from({ length: 1 + (round % 4) }, (_, index) => `${prefix} ${round} ${index}`);
			for (const key of keys) people().set(key, 'x'.repeat(200));
			const compacted = compactEach > 0 && round % compactEach === 0 ? opened().compact() : null;
			if ((await harness.settled()) === 'ok') console.log(`durable ${JSON.stringify(keys)}`);
			await compacted;
			await new Promise((resolve) => setTimeout(resolve, round % 3));
		}
	},

	/**
	 * For a store of `count` contacts, in ms on this thread, the best of seven each: reading all rows, the same rows
	 * kept as plain objects, one patch; and the rebuild.
	 */
	async measureDerived(count: number) {
		const name = `derived ${crypto.randomUUID()}`;
		const rows = Array.from({ length: count }, (_, index) => someRow(index));
		const head = { rows, reminders: [], settings: defaultSettings };
		const writer = await openDerived(name);
		const rebuild = await timed(() => writer.rebuild(head, pagesOf(rows), { interactions: [], next: null }, 1));
		const plain = await openDB(`plain ${name}`, 1, { upgrade: (fresh) => void fresh.createObjectStore('rows') });
		const transaction = plain.transaction('rows', 'readwrite');
		await Promise.all([...rows.map((row) => transaction.store.put(row, row.id)), transaction.done]);

		let found = 0;
		const read = await best(async () => {
			const derived = await openDerived(name);
			found = (await derived.readHead())?.rows.length ?? 0;
			derived.close();
		});
		const objects = await best(() => plain.getAll('rows'));
		let mark = 1;
		const patch = await best(() => {
			const row = someRow(mark);
			return writer.patch({ rows: [row], removed: [], pages: [...pagesOf([row])], mark: ++mark });
		});
		writer.close();
		return { found, read, objects, patch, rebuild };
	}
};

export type Harness = typeof harness;

async function best(work: () => Promise<unknown>): Promise<number> {
	let least = Infinity;
	for (let round = 0; round < 7; round++) least = Math.min(least, await timed(work));
	return least;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

function* pagesOf(rows: readonly Row[]): Generator<Page> {
	for (const { id } of rows) {
		const interactions = Array.from({ length: 10 }, (_, index) => ({
			id: `${id}-${index}`,
			contactIds: [id],
			kind: 'call',
			when: '2026-01-02T10:00',
			note: 'talked about her new job and the move',
			place: 'Lyon',
			initiator: 'me' as const,
			direction: 'out' as const,
			duration: 20,
			createdAt: 1_700_000_000_000,
			deletedAt: 0
		}));
		yield { contact: { id } as Page['contact'], others: [], interactions, complete: true };
	}
}

function someRow(index: number): Row {
	const name = `Élodie${index} Fontaine${index}`;
	return {
		id: `01890a5dac96774b${String(index).padStart(6, '0')}`,
		name,
		shortName: `Élodie${index}`,
		sortKey: `fontaine${index} elodie${index}`,
		nameKeys: [`elodie${index}`, `fontaine${index}`],
		photo: '',
		organization: `Some Company ${index % 900}`,
		title: 'Engineer',
		cities: ['Lyon'],
		tags: ['climbing', 'work'],
		circle: 'friends',
		cadence: '',
		snoozedUntil: '',
		paused: false,
		favourite: false,
		archived: false,
		deceased: false,
		birthday: '1985-04-12',
		dates: [],
		lastContact: '2026-01-02',
		last: {
			id: `i${index}`,
			kind: 'call',
			when: '2026-01-02T10:00',
			note: 'talked about her new job and the move to Lyon'
		},
		nextTime: [],
		phone: '+33 6 12 34 56 78',
		email: `elodie${index}@example.com`,
		createdAt: 1_700_000_000_000 + index,
		origin: 'import-1'
	};
}

declare global {
	var harness: Harness;
	/** The same in a dedicated worker, where the app has its log. */
	var inWorker: Remote<Harness>;
}

if ('document' in globalThis) {
	globalThis.harness = harness;
	globalThis.inWorker = wrap<Harness>(new Worker('/harness.js', { type: 'module' }));
} else {
	expose(harness);
}
