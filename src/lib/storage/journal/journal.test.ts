import { expect, it } from 'vitest';
import { FileJournal } from './journal';
import { createDrawer, memoryFolder, type Drawer } from './memory-folder';

const open = (drawer: Drawer) => new FileJournal(memoryFolder(drawer));
const update = (...bytes: number[]) => Uint8Array.from(bytes);
const whole = () => update(7, 7, 7);
const untaken = () => Promise.reject(new Error('there was something to take'));

it('gives back what was appended, by this tab and by those before', async () => {
	const drawer = createDrawer();
	const first = open(drawer);
	await first.append([update(1), update(2, 2)]);
	await first.append([update(3)]);
	first.close();
	const second = open(drawer);
	await second.append([update(4)]);
	expect((await second.read()).toSorted(byFirst)).toEqual([update(1), update(2, 2), update(3), update(4)]);
});

it('leaves out an update that was torn, and those a machine left as zeros', async () => {
	for (const tail of [update(0, 0, 0), update(0, 0, 0, 9, 1, 2), update(0, 0, 0, 0, 0, 0, 0, 0)]) {
		const drawer = createDrawer();
		await open(drawer).append([update(1)]);
		for (const [name, bytes] of drawer.files) drawer.files.set(name, Uint8Array.from([...bytes, ...tail]));
		expect(await open(drawer).read()).toEqual([update(1)]);
	}
});

it('begins anew with the whole, after what closed tabs had appended was taken', async () => {
	const drawer = createDrawer();
	const closed = open(drawer);
	await closed.append([update(1), update(2)]);
	closed.close();
	const journal = open(drawer);
	await journal.append([update(3)]);
	const taken: Uint8Array[] = [];
	await journal.renew((updates) => Promise.resolve(void taken.push(...updates)), whole);
	expect(taken).toEqual([update(1), update(2)]);
	expect(await journal.read()).toEqual([whole()]);
	await journal.append([update(4)]);
	expect(await journal.read()).toEqual([whole(), update(4)]);
});

it('leaves alone what another open tab writes', async () => {
	const drawer = createDrawer();
	const [other, journal] = [open(drawer), open(drawer)];
	await other.append([update(1)]);
	await journal.renew(untaken, whole);
	await other.append([update(2)]);
	expect(await journal.read()).toEqual([whole(), update(1), update(2)]);
});

it('does not take the whole it began with for something new', async () => {
	const drawer = createDrawer();
	const first = open(drawer);
	await first.renew(untaken, whole);
	await first.append([update(1)]);
	first.close();
	const taken: Uint8Array[] = [];
	await open(drawer).renew((updates) => Promise.resolve(void taken.push(...updates)), whole);
	expect(taken).toEqual([update(1)]);
});

it('keeps what it has when there is no room to begin anew', async () => {
	const drawer = createDrawer();
	const closed = open(drawer);
	await closed.append([update(1)]);
	closed.close();
	const journal = open(drawer);
	drawer.isFull = true;
	await expect(journal.renew(() => Promise.resolve(), whole)).rejects.toThrow();
	drawer.isFull = false;
	await journal.append([update(2)]);
	expect((await journal.read()).toSorted(byFirst)).toEqual([update(1), update(2)]);
});

it('is due until it has a whole, after an append failed, with many files, and grown far beyond the whole', async () => {
	const drawer = createDrawer();
	const journal = open(drawer);
	expect(await journal.isDue()).toBe(true);
	await journal.renew(untaken, whole);
	expect(await journal.isDue()).toBe(false);

	drawer.isFull = true;
	await journal.append([update(1)]);
	expect(await journal.isDue()).toBe(true);
	drawer.isFull = false;
	await journal.renew(() => Promise.resolve(), whole);
	expect(await journal.isDue()).toBe(false);

	await journal.append([new Uint8Array(600_000).fill(1)]);
	expect(await journal.isDue()).toBe(true);
	await journal.renew(untaken, whole);
	for (let tab = 0; tab < 12; tab++) {
		const closed = open(drawer);
		await closed.append([update(1)]);
		closed.close();
	}
	expect(await journal.isDue()).toBe(true);
});

function byFirst(a: Uint8Array, b: Uint8Array): number {
	return (a[0] ?? 0) - (b[0] ?? 0);
}
