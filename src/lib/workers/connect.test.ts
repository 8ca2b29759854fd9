import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { happening, namesOf, openTestKith, pageOf } from '$lib/app/test-kith';
import { KithError, type Change, type Kith, type SaveStatus } from '$lib/kith';
import { connectKith } from './connect';
import { exposeKith } from './expose';

let ports: MessageChannel;

beforeEach(() => (ports = new MessageChannel()));
afterEach(() => {
	vi.useRealTimers();
	ports.port1.close();
	ports.port2.close();
});

const connect = async (parts: Partial<Kith> = {}) => {
	const opened = await openTestKith();
	exposeKith({ ...opened.kith, ...parts }, ports.port1);
	return { ...opened, page: connectKith(ports.port2), worker: opened.kith };
};

describe('across threads', () => {
	it('verbs do, and questions answer with, the same as at home', async () => {
		const { page, worker } = await connect();
		expect(await page.ready()).toEqual({ quarantined: 0, broughtBack: false });
		const ana = await page.addContact({ given: 'Ana', uid: 'card-1' });
		await page.editContact(ana, { texts: { family: 'Silva' } });
		await page.log(happening([ana]));
		expect(await page.readHead()).toEqual(await worker.readHead());
		expect(await page.readPage(ana)).toEqual(await pageOf(worker, ana));
		expect(await page.readHistory(ana)).toEqual(await worker.readHistory(ana));
		expect(await page.readUids()).toEqual(new Map([['card-1', ana]]));
		expect(await page.readPage('nobody')).toBeNull();
	});

	it('a document travels as bytes', async () => {
		const { page } = await connect();
		await page.addContact({ given: 'Ana' });
		const bytes = await page.exportDocument();
		expect(bytes).toBeInstanceOf(Uint8Array);
		const { kith: other } = await openTestKith({ replica: 'b' });
		await other.mergeDocument(bytes);
		expect(await namesOf(other)).toEqual(['Ana']);
		await page.mergeDocument(await other.exportDocument());
	});

	it.each(['quota', 'not-found', 'read-only', 'invalid', 'slow'] as const)(
		'an error keeps its code %s',
		async (code) => {
			const { page } = await connect({ addContact: () => Promise.reject(new KithError(code, 'why')) });
			const error: unknown = await page.addContact({}).catch((thrown: unknown) => thrown);
			expect(error).toBeInstanceOf(KithError);
			expect(error).toMatchObject({ name: 'KithError', code, message: 'why' });
		}
	);

	it('any other error arrives as an error', async () => {
		const { page } = await connect({ readHead: () => Promise.reject(new TypeError('odd')) });
		await expect(page.readHead()).rejects.toMatchObject({ name: 'TypeError', message: 'odd' });
	});

	it('an import tells how far it is', async () => {
		const { page } = await connect();
		const progress: number[] = [];
		const contacts = Array.from({ length: 600 }, (_, at) => ({ given: `Person ${at}` }));
		const ids = await page.bringIn({ contacts }, 'cards.vcf', (done) => void progress.push(done));
		expect(ids).toHaveLength(600);
		await expect.poll(() => progress).toEqual([250, 500, 600]);
	});
});

describe('following across threads', () => {
	it('tells each change until it is stopped', async () => {
		const { page, worker } = await connect();
		const changes: Change[] = [];
		const stop = await page.watch((change) => changes.push(change));
		await worker.addContact({ given: 'Ana' });
		await expect.poll(() => changes.length).toBe(1);
		expect(changes[0]?.rows).toEqual((await worker.readHead()).rows);
		stop();
		await page.readHead();
		await worker.addContact({ given: 'Tom' });
		await page.readHead();
		expect(changes).toHaveLength(1);
	});

	it('tells everything first to who shows what is past', async () => {
		const { page, worker, log } = await connect();
		await worker.addContact({ given: 'Ana' });
		const changes: Change[] = [];
		await page.watch((change) => changes.push(change), log.mark);
		await page.watch((change) => changes.push(change), log.mark - 1);
		await expect.poll(() => changes).toMatchObject([{ rows: [{ name: 'Ana' }], timeline: true }]);
	});

	it('has the worker let go of a listener that stopped', async () => {
		const stopThere = vi.fn();
		const watchStatus: Kith['watchStatus'] = async (listener) => {
			listener({ state: 'saved' });
			return stopThere;
		};
		const { page } = await connect({ watchStatus });
		const statuses: SaveStatus[] = [];
		const stop = await page.watchStatus((status) => statuses.push(status));
		await expect.poll(() => statuses).toEqual([{ state: 'saved' }]);
		expect(stopThere).not.toHaveBeenCalled();
		stop();
		await expect.poll(() => stopThere.mock.calls.length).toBe(1);
	});

	it('tells the status as it changes', async () => {
		const { page, worker } = await connect();
		const statuses: SaveStatus[] = [];
		const stop = await page.watchStatus((status) => statuses.push(status));
		await worker.addContact({ given: 'Ana' });
		await expect.poll(() => statuses).toEqual([{ state: 'saved' }, { state: 'saving' }, { state: 'saved' }]);
		stop();
	});
});

describe('a worker that does not answer', () => {
	it('is slow after five seconds', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const page = connectKith(ports.port2);
		const statuses: SaveStatus[] = [];
		void page.watchStatus((status) => statuses.push(status));
		const rejected = expect(page.ready()).rejects.toMatchObject({ code: 'slow' });
		await vi.advanceTimersByTimeAsync(5_000);
		await rejected;
		expect(statuses).toEqual([{ state: 'failed', reason: 'slow' }]);
	});

	it('is joined by who watches it when it answers after all', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const page = connectKith(ports.port2);
		const changes: Change[] = [];
		const watching = page.watch((change) => changes.push(change));
		await vi.advanceTimersByTimeAsync(60_000);
		vi.useRealTimers();
		const { kith } = await openTestKith();
		exposeKith(kith, ports.port1);
		await watching;
		expect(await page.ready()).toEqual({ quarantined: 0, broughtBack: false });
		await page.addContact({ given: 'Ana' });
		await expect.poll(() => changes).toMatchObject([{ rows: [{ name: 'Ana' }] }]);
	});

	it('that has answered once may take its time', async () => {
		const { page } = await connect();
		await page.readHead();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(await page.ready()).toEqual({ quarantined: 0, broughtBack: false });
	});

	it('could not be opened when it fails to start', async () => {
		const page = connectKith(ports.port2);
		const ready = page.ready();
		ports.port2.dispatchEvent(new Event('error'));
		await expect(ready).rejects.toMatchObject({ code: 'open-failed' });
	});
});
