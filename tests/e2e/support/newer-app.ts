import type { Page } from '@playwright/test';
import * as Y from 'yjs';

/** A record in the document's database as a newer app, whose documents this one would misread, leaves it. */
export async function writeAsNewerApp(page: Page): Promise<void> {
	const doc = new Y.Doc();
	doc.getMap('meta').set('schema/99', true);
	const update = [...Y.encodeStateAsUpdate(doc)];
	await page.evaluate(
		(bytes) =>
			new Promise<void>((settle, fail) => {
				const opening = indexedDB.open('kith');
				opening.onerror = () => fail(opening.error ?? new Error('The document does not open'));
				opening.onsuccess = () => {
					const writing = opening.result.transaction('updates', 'readwrite');
					writing.objectStore('updates').add(new Uint8Array(bytes));
					writing.oncomplete = () => {
						opening.result.close();
						settle();
					};
					writing.onabort = () => fail(writing.error ?? new Error('Not written'));
				};
			}),
		update
	);
}
