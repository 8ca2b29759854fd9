/** As many bytes as a logged sentence makes. */
const bytes = 300;

/** So many bare writes, each waited for and then `pauseMs` of rest; milliseconds from asking to durable. */
export async function strictPuts(count: number, pauseMs: number): Promise<number[]> {
	const database = await openDatabase();
	const times: number[] = [];
	for (let written = 0; written < count; written++) {
		await new Promise((settle) => setTimeout(settle, pauseMs));
		const start = performance.now();
		await put(database, crypto.getRandomValues(new Uint8Array(bytes)));
		times.push(performance.now() - start);
	}
	database.close();
	return times;
}

function openDatabase(): Promise<IDBDatabase> {
	return new Promise((settle, fail) => {
		const opening = indexedDB.open('bench-puts');
		opening.onupgradeneeded = () => opening.result.createObjectStore('records', { autoIncrement: true });
		opening.onsuccess = () => settle(opening.result);
		opening.onerror = () => fail(opening.error ?? new Error('not opened'));
	});
}

function put(database: IDBDatabase, value: Uint8Array): Promise<void> {
	return new Promise((settle, fail) => {
		const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
		transaction.objectStore('records').put(value);
		transaction.oncomplete = () => settle();
		transaction.onabort = () => fail(transaction.error ?? new Error('aborted'));
	});
}
