import type { Page } from '@playwright/test';
import { expect, openHarness, test } from '../../support/storage-page';

const open = (page: Page, name = 'kith') => page.evaluate((one) => harness.open(one), name);

async function edit(page: Page, ...keys: string[]): Promise<string> {
	return page.evaluate((all) => {
		for (const key of all) harness.set(key);
		return harness.settled();
	}, keys);
}

test.describe('opening', () => {
	test('that fails says so', async ({ page }) => {
		await page.evaluate(() => {
			const { open } = IDBFactory.prototype;
			IDBFactory.prototype.open = function () {
				// A version lower than the one there is fails as a broken database does.
				open.call(this, 'any', 2);
				return open.call(this, 'any', 1);
			};
		});
		expect((await open(page)).result).toBe('open-failed');
	});

	test('that hangs says so within 5 s', async ({ page }) => {
		await page.evaluate(() => {
			IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
			IDBFactory.prototype.databases = () => new Promise(() => undefined);
		});
		const { result, ms } = await open(page);
		expect(result).toBe('slow');
		expect(ms).toBeLessThan(5_500);
	});

	test('whose records never come says so within 5 s', async ({ page }) => {
		await page.evaluate(() => {
			const { getAll } = IDBObjectStore.prototype;
			IDBObjectStore.prototype.getAll = function (range) {
				const request = getAll.call(this, range);
				request.addEventListener = () => undefined;
				return request;
			};
		});
		const { result, ms } = await open(page);
		expect(result).toBe('slow');
		expect(ms).toBeLessThan(5_500);
	});

	test('that another tab blocks says so within 5 s, and works once it is gone', async ({ page, context, url }) => {
		const other = await context.newPage();
		await openHarness(other, url);
		await other.evaluate(async () => {
			const request = indexedDB.open('kith');
			await new Promise((resolve) => (request.onsuccess = resolve));
			indexedDB.deleteDatabase('kith');
		});
		const { result, ms } = await open(page);
		expect(result).toBe('blocked');
		expect(ms).toBeLessThan(5_500);
		await other.close();
		expect((await open(page)).result).toBe('ok');
	});

	test('works on a full disk, and edits are told as unsaved', async ({ page }) => {
		await page.evaluate(() => {
			const full = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
			IDBObjectStore.prototype.add = full;
			IDBObjectStore.prototype.put = full;
		});
		expect((await open(page)).result).toBe('ok');
		expect(await edit(page, 'a')).toBe('quota');
		expect(await page.evaluate(() => harness.statuses().at(-1))).toEqual({ state: 'unsaved', reason: 'quota' });
		expect(await page.evaluate(() => harness.keys())).toEqual(['a']);
	});
});

test('a record that the disk no longer gives is left where it is, and the rest is read', async ({ page }) => {
	await open(page);
	for (const key of ['a', 'b', 'c']) await edit(page, key);
	await page.evaluate(async () => {
		await harness.close();
		const broken = () => {
			throw new DOMException('Failed to read large IndexedDB value', 'DataError');
		};
		const { get } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.getAll = broken;
		IDBObjectStore.prototype.get = function (key) {
			return this.name === 'updates' && key === 3 ? broken() : get.call(this, key);
		};
	});
	for (let opening = 0; opening < 2; opening++) {
		expect((await open(page)).result).toBe('ok');
		expect(await page.evaluate(() => [harness.quarantined(), harness.keys()])).toEqual([1, ['a', 'b']]);
		expect(await page.evaluate(() => harness.compact())).toBe('ok');
		await page.evaluate(() => harness.close());
	}
	await page.reload();
	await page.waitForFunction(() => 'harness' in globalThis);
	await open(page);
	expect(await page.evaluate(() => harness.keys())).toEqual(['a', 'b', 'c']);
});

test('a write the disk aborts late is told, kept and made up for', async ({ page }) => {
	await open(page);
	await page.evaluate(() => {
		const { commit } = IDBTransaction.prototype;
		Object.assign(globalThis, { mend: () => (IDBTransaction.prototype.commit = commit) });
		IDBTransaction.prototype.commit = function () {
			this.abort();
		};
	});
	expect(await edit(page, 'a', 'b')).toBe('closed');
	expect(await page.evaluate(() => harness.statuses().at(-1))).toEqual({ state: 'unsaved', reason: 'closed' });
	await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
	expect(await page.evaluate(() => harness.settled())).toBe('ok');
	await reopen(page);
	expect(await page.evaluate(() => harness.keys())).toEqual(['a', 'b']);
});

test('a database deleted under two open tabs is written anew by them', async ({ page, context, url }) => {
	const other = await context.newPage();
	await openHarness(other, url);
	await Promise.all([open(page), open(other)]);
	await edit(page, 'before');
	await expect.poll(() => other.evaluate(() => harness.keys())).toEqual(['before']);
	const mark = await page.evaluate(() => harness.mark());
	await page.evaluate(async () => {
		const request = indexedDB.deleteDatabase('kith');
		await new Promise((resolve) => (request.onsuccess = resolve));
	});
	expect(await edit(page, 'after')).toBe('ok');
	expect(await edit(other, 'other')).toBe('ok');
	await expect.poll(() => page.evaluate(() => harness.keys())).toEqual(['after', 'before', 'other']);
	expect(await page.evaluate(() => harness.mark())).toBeGreaterThan(mark);
	await reopen(page);
	expect(await page.evaluate(() => harness.keys())).toEqual(['after', 'before', 'other']);
});

test('storage the browser itself clears in mid-session is written anew', async ({ page, context, url }) => {
	await open(page);
	await edit(page, 'before');
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'indexeddb' });
	expect(await edit(page, 'after')).toBe('ok');
	await reopen(page);
	expect(await page.evaluate(() => harness.keys())).toEqual(['after', 'before']);
});

test('a snapshot outlives the loss of every database and is brought back', async ({ page, context, url }) => {
	await open(page);
	await edit(page, 'a', 'b');
	expect(await page.evaluate(() => harness.takeSnapshot())).toBe('ok');
	await page.evaluate(() => harness.close());
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'indexeddb' });
	await open(page);
	expect(await page.evaluate(() => harness.snapshots())).toEqual([{ reason: 'manual', contacts: 2 }]);
	expect(await page.evaluate(() => harness.state())).toEqual({ keys: ['a', 'b'], quarantined: 0, broughtBack: true });
});

async function reopen(page: Page): Promise<void> {
	await page.reload();
	await page.waitForFunction(() => 'harness' in globalThis);
	await open(page);
}
