import { beforeEach, expect, it, vi } from 'vitest';
import { incoming, screenFor } from './incoming-files.svelte';
import { receiveLaunches } from './launches';

const goto = vi.hoisted(() => vi.fn());
vi.mock('$app/navigation', () => ({ goto }));

const serviceWorker = new EventTarget();
const card = new File(['BEGIN:VCARD'], 'ana.vcf', { type: 'text/vcard' });
let launch: (params: { targetURL?: string; files: { getFile(): Promise<File> }[] }) => void;

beforeEach(async () => {
	goto.mockClear();
	incoming.take();
	vi.stubGlobal('location', { href: 'https://example.org/people?person=a' });
	vi.stubGlobal('navigator', { serviceWorker });
	await receiveLaunches({ setConsumer: (consumer) => (launch = consumer) });
});

it('a file opened with Kith is there for the import screen, which is then shown', async () => {
	launch({ targetURL: 'https://example.org/import', files: [{ getFile: () => Promise.resolve(card) }] });
	await vi.waitFor(() => expect(goto).toHaveBeenCalledWith('https://example.org/import'));
	expect(incoming.take()).toEqual([card]);
});

it('files of other devices are for the screen of devices, address books for that of the import', () => {
	expect(screenFor([card])).toBe('/import');
	expect(screenFor([new File(['x'], 'kith-bcdf-1.kith-sync')])).toBe('/settings/devices');
});

it('a shortcut leads to its screen in the window that is open', async () => {
	launch({ targetURL: 'https://example.org/?action=log', files: [] });
	await vi.waitFor(() => expect(goto).toHaveBeenCalledWith('https://example.org/?action=log'));
});

it('the launch that opened this very page leads nowhere', async () => {
	launch({ targetURL: 'https://example.org/people?person=a', files: [] });
	await Promise.resolve();
	expect(goto).not.toHaveBeenCalled();
});

it('a notification that is tapped shows what it is about', () => {
	serviceWorker.dispatchEvent(new MessageEvent('message', { data: { type: 'open', path: 'people?person=b' } }));
	expect(goto).toHaveBeenCalledWith('/people?person=b');
});

it('cards shared to Kith before the page was there are taken once', async () => {
	vi.stubGlobal('location', { href: 'https://example.org/import?shared=1' });
	const answer = new Response(card, { headers: { 'content-type': 'text/vcard', 'x-file-name': 'ana.vcf' } });
	const shelf = new Map([['kith-shared-files', [answer]]]);
	vi.stubGlobal('caches', {
		open: (name: string) => Promise.resolve({ matchAll: () => Promise.resolve(shelf.get(name) ?? []) }),
		delete: (name: string) => Promise.resolve(shelf.delete(name))
	});
	await receiveLaunches({ setConsumer: () => undefined });
	const [taken] = incoming.take();
	expect([taken?.name, await taken?.text()]).toEqual(['ana.vcf', 'BEGIN:VCARD']);
	await receiveLaunches({ setConsumer: () => undefined });
	expect(incoming.take()).toEqual([]);
});
