import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { writeAddressBook } from '../../bench/address-book/document';
import { generateAddressBook, type Size } from '../../bench/address-book/generate';
import { idMaker } from '../../bench/address-book/ids';
import { Chance } from '../../bench/address-book/random';

/** How many bytes a document has, and how many once it is packed for the way to another device. */
export interface Weight {
	readonly bytes: number;
	readonly packedBytes: number;
}

/** A believable address book in the database of the app that is open on the page, which then begins with it. */
export async function fillAddressBook(page: Page, size: Size): Promise<Weight> {
	const now = () => Date.now();
	const draft = generateAddressBook(size, new Date(now()).toISOString().slice(0, 10));
	const { doc } = writeAddressBook(draft, idMaker(new Chance(1), now), now);
	const update = Buffer.from(Y.encodeStateAsUpdate(doc));
	// No part of the app may hold the database meanwhile.
	await page.goto('/icon.svg');
	await page.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		await new Promise<void>((settle, fail) => {
			const opening = indexedDB.open('kith');
			opening.onerror = () => fail(opening.error ?? new Error('The document does not open'));
			opening.onsuccess = () => {
				const writing = opening.result.transaction('updates', 'readwrite');
				writing.objectStore('updates').add(bytes);
				writing.oncomplete = () => {
					opening.result.close();
					settle();
				};
				writing.onabort = () => fail(writing.error ?? new Error('Not written'));
			};
		});
	}, update.toString('base64'));
	await page.goto('/people');
	return { bytes: update.length, packedBytes: deflateRawSync(update).length };
}
