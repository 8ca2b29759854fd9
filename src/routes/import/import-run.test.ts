import { describe, expect, it } from 'vitest';
import { KithError } from '$lib/kith';
import type { Live } from '$lib/state/live.svelte';
import { PhotoUrls } from '$lib/state/photo-urls.svelte';
import type { AddressBookReader, ReadyContact } from '$lib/workers/address-book-reader';
import { openMemoryLive } from '../../../tests/support/live';
import { ImportRun } from './import-run.svelte';

const card = (given: string, fields: Partial<ReadyContact> = {}): ReadyContact => ({
	draft: { given, phones: [{ label: 'mobile', value: `+44 7700 ${given}` }] },
	name: given,
	photo: null,
	photoUrl: '',
	group: false,
	properties: [],
	line: 1,
	...fields
});

/** Reads a file's text as names, one a line. */
const readLines: AddressBookReader['read'] = async (file, take) => {
	const names = (await file.text()).split('\n').filter(Boolean);
	await take({ contacts: names.map((name) => card(name)), problems: [], progress: 1 });
	await take({ contacts: [], problems: [{ line: 7, code: 'line-not-read', params: { text: '?' } }], progress: 1 });
};

async function open(read: AddressBookReader['read'] = readLines) {
	const live = await openMemoryLive();
	let stopped = 0;
	const photos = new PhotoUrls({ get: async () => null, put: async () => 'photo-1' });
	const run = new ImportRun(live, photos, () => ({ reader: { read }, stop: () => stopped++ }));
	return { live, run, stopped: () => stopped };
}

const file = (name: string, ...lines: readonly string[]) => new File([lines.join('\n')], name);
const names = (live: Live) => live.list.map(({ name }) => name).sort();

describe('an import', () => {
	it('shows who is new before anything changes, with what was not understood and where', async () => {
		const { live, run } = await open();
		await live.kith.addContact(card('Ana').draft);
		await run.read([file('one.vcf', 'Ana', 'Tom'), file('two.vcf', 'Grace', 'Tom')]);
		expect(run.stage).toBe('preview');
		expect(run.counts).toEqual({ new: 2, here: 1, twice: 1, group: 0 });
		expect(run.problems.map((problem) => [problem.file, problem.line])).toEqual([
			['one.vcf', 7],
			['two.vcf', 7]
		]);
		expect(names(live)).toEqual(['Ana']);
	});

	it('brings in those taken, and goes again as one', async () => {
		const { live, run } = await open();
		await live.kith.addContact(card('Ana').draft);
		await run.read([file('one.vcf', 'Tom', 'Grace', 'Idris')]);
		run.toggle(2);
		expect(await run.bring('import:1')).toBe(true);
		expect([names(live), run.done, run.stage]).toEqual([['Ana', 'Grace', 'Tom'], 2, 'done']);
		await run.undo();
		expect(names(live)).toEqual(['Ana']);
	});

	it('keeps the photo of a card', async () => {
		const { live, run } = await open(async (_, take) => {
			await take({ contacts: [card('Tom', { photo: new Blob(['x']) })], problems: [], progress: 1 });
		});
		await run.read([file('one.vcf')]);
		await run.bring('import:1');
		expect(live.list.map(({ photo }) => photo)).toEqual(['photo-1']);
	});

	it('that is stopped while it reads leaves nothing and can begin anew', async () => {
		const { run, stopped } = await open(() => new Promise(() => {}));
		void run.read([file('one.vcf', 'Tom')]);
		run.stop();
		expect([run.stage, stopped()]).toEqual(['choose', 1]);
	});

	it('that fails while it brings people in takes them back, and says why', async () => {
		const { live, run } = await open();
		const { bringIn } = live.kith;
		const full = new KithError('quota', 'full');
		Object.assign(live.kith, {
			bringIn: async (...args: Parameters<typeof bringIn>) => {
				await bringIn(...args);
				throw full;
			}
		});
		await run.read([file('one.vcf', 'Tom', 'Grace')]);
		await expect(run.bring('import:1')).rejects.toBe(full);
		expect([names(live), run.stage]).toEqual([[], 'preview']);
	});

	it('that is stopped while it brings people in takes them back', async () => {
		const { live, run } = await open();
		await run.read([file('one.vcf', ...Array.from({ length: 600 }, (_, index) => `Person ${index}`))]);
		const bringing = run.bring('import:1');
		await Promise.resolve();
		run.stop();
		expect([await bringing, run.stage, live.list.length]).toEqual([false, 'preview', 0]);
	});
});
