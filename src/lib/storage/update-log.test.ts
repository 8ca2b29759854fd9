import 'fake-indexeddb/auto';
import { describe, test } from 'vitest';
import { indexedDbPlace, memoryPlace } from './log-places.contract';
import { updateLogContract } from './update-log.contract';

describe('a log in memory', () => {
	for (const { name, run } of updateLogContract) test(name, () => run(memoryPlace()));
});

describe('a log in IndexedDB', () => {
	for (const { name, run } of updateLogContract) test(name, () => run(indexedDbPlace(name)));
});
