import { describe, expect, it } from 'vitest';
import { KithError } from '$lib/kith';
import type { Live } from '$lib/state/live.svelte';
import { PhotoUrls } from '$lib/state/photo-urls.svelte';
import { unsavedEdits } from '$lib/state/unsaved-edits.svelte';
import type { AddressBookReader, ReadyContact } from '$lib/workers/address-book-reader';
import { openMemoryLive } from '../../../tests/support/live';
import { ImportRun, importRunOf } from './import-run.svelte';

const card = (given: string, fields: Partial<ReadyContact> = {}): ReadyContact => ({
	draft: { given, phones: [{ label: 'mobile', value: `+44 7700 ${given}` }] },
	name: given,
	photo: null,
	photoUrl: '',
	group: false,
	line: 1,
	...fields
});

/** Reads a file's text as names, one a line. */
const readLines: AddressBookReader['read'] = async (file, take) => {
	const names = (await file.text()).split('\n').filter(Boolean);
	await take({ contacts: names.map((name) => card(name)), problems: [], progress: 1 });
	await take({ contacts: [], problems: [{ line: 7, code: 'line-not-read', params: { text: '?' } }], progress: 1 });
};

async function open(read: AddressBookReader['read'] = readLines, put = async () => 'photo-1') {
	const live = await openMemoryLive();
	let stopped = 0;
	const photos = new PhotoUrls({ get: async () => null, put, list: async () => [], watch: () => () => undefined });
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
		expect(await run.bring('import:1')).toBe('done');
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

	it('that is stopped while it brings people in goes no further and takes back who came', async () => {
		const { live, run } = await open();
		await run.read([file('one.vcf', ...Array.from({ length: 600 }, (_, index) => `Person ${index}`))]);
		const bringing = run.bring('import:1');
		await Promise.resolve();
		run.stop();
		expect([await bringing, run.stage, live.list.length]).toEqual(['stopped', 'preview', 0]);
		expect((await live.kith.readTrash()).length).toBeLessThan(600);
	});

	it('tells of a file that the device does not give, and reads the others', async () => {
		const { run, stopped } = await open(async (given, take) => {
			if ((given as File).name === 'gone.vcf') throw new DOMException('gone', 'NotReadableError');
			await readLines(given, take);
		});
		await run.read([file('gone.vcf'), file('one.vcf', 'Tom')]);
		expect([run.stage, run.counts.new, stopped()]).toEqual(['preview', 1, 1]);
		expect(run.problems[0]).toMatchObject({ file: 'gone.vcf', code: 'file-not-read' });
	});

	it('whose photo cannot be kept changes nothing, and can be tried again', async () => {
		let full = true;
		const put = async () => {
			if (full) throw new KithError('quota', 'full');
			return 'photo-1';
		};
		const { live, run } = await open(async (_, take) => {
			await take({ contacts: [card('Tom', { photo: new Blob(['x']) })], problems: [], progress: 1 });
		}, put);
		await run.read([file('one.vcf')]);
		await expect(run.bring('import:1')).rejects.toMatchObject({ code: 'quota' });
		expect([run.stage, live.list.length, unsavedEdits.count]).toEqual(['preview', 0, 0]);
		full = false;
		expect(await run.bring('import:1')).toBe('done');
	});

	it('that breaks off says why, and what came in goes again as one', async () => {
		const { live, run } = await open();
		await run.read([file('one.vcf', ...Array.from({ length: 600 }, (_, index) => `Person ${index}`))]);
		const { bringIn } = live.kith;
		live.kith.bringIn = (draft, origin, onProgress) =>
			bringIn(draft, origin, (done) => {
				void onProgress(done);
				throw new KithError('quota', 'full');
			});
		expect(await run.bring('import:1')).toBe('broken-off');
		expect([run.stage, run.failure, live.list.length]).toMatchObject(['broken-off', { code: 'quota' }, 250]);
		await run.undo();
		expect([run.stage, live.list.length]).toEqual(['choose', 0]);
	});

	it('goes on while another screen is looked at, and holds back a new version of the app', async () => {
		const { live, run } = await open();
		await run.read([file('one.vcf', 'Tom', 'Grace')]);
		const bringing = run.bring('import:1');
		run.leave();
		expect([run.stage, unsavedEdits.count]).toEqual(['bring', 1]);
		expect([await bringing, names(live), unsavedEdits.count]).toEqual(['done', ['Grace', 'Tom'], 0]);
	});

	it('of a document is one, whichever screen asks for it', async () => {
		const { live } = await open();
		const photos = new PhotoUrls({
			get: async () => null,
			put: async () => '',
			list: async () => [],
			watch: () => () => undefined
		});
		const begin = () => ({ reader: { read: readLines }, stop: () => undefined });
		expect(importRunOf(live, photos, begin)).toBe(importRunOf(live, photos, begin));
	});

	it('undone after a later one takes back only its own', async () => {
		const { live, run } = await open();
		await run.read([file('one.vcf', 'Tom')]);
		await run.bring('import:1');
		await run.read([file('two.vcf', 'Grace')]);
		await run.bring('import:2');
		await run.undo('import:1');
		expect([names(live), run.stage]).toEqual([['Grace'], 'done']);
	});
});
