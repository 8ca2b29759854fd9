import { describe, expect, it } from 'vitest';
import type { Verdict } from '../gate/gate';
import type { Knowledge } from '../gate/messages';
import { Inbox, type InboxHost } from './inbox';
import { directPacking } from './test-packing';

const message = (name: number) => Uint8Array.of(name);
const settle = () => new Promise(setImmediate);

/** Lets each message reach as many entries of client 1 as its byte says. */
function opened(changes: Partial<InboxHost> = {}) {
	const said: string[] = [];
	const known = new Map([[1, 0]]);
	const inspect = async ([name = 0]: Uint8Array, { clocks }: Knowledge): Promise<Verdict> => {
		said.push(`judge ${name} at ${clocks.get(1)}`);
		return { pass: 'edit', reach: new Map([[1, name]]) };
	};
	const inbox = new Inbox({
		gate: { inspect, close: () => undefined },
		packing: directPacking,
		known: () => ({ own: 9, clocks: new Map(known) }),
		take([name = 0]) {
			said.push(`take ${name}`);
			known.set(1, name);
			return true;
		},
		hear: ([name]) => void said.push(`hear ${name}`),
		unjudged: (error) => void said.push(String(error)),
		failed: () => void said.push('failed'),
		changed: () => undefined,
		...changes
	});
	return { inbox, said, known };
}

describe('E24: a message', () => {
	it('is judged before the one before it is applied, as if that were', async () => {
		const { inbox, said } = opened();
		for (const name of [1, 2, 3]) inbox.put('document', message(name));
		await settle();
		expect(said).toEqual(['judge 1 at 0', 'judge 2 at 1', 'take 1', 'judge 3 at 2', 'take 2', 'take 3']);
		expect(inbox.isEmpty).toBe(true);
	});

	it('is judged again where the one before it was not applied', async () => {
		const { inbox, said } = opened({ take: ([name]) => (said.push(`take ${name}`), false) });
		for (const name of [1, 2]) inbox.put('document', message(name));
		await settle();
		expect(said).toEqual(['judge 1 at 0', 'judge 2 at 1', 'take 1', 'judge 2 at 0', 'take 2']);
	});

	it('keeps its place among receipts and packed ones', async () => {
		const { inbox, said } = opened();
		inbox.put('packed', await directPacking.pack(message(1)));
		inbox.put('receipt', message(7));
		inbox.put('document', message(2));
		await settle();
		expect(said).toEqual(['judge 1 at 0', 'take 1', 'hear 7', 'judge 2 at 1', 'take 2']);
	});

	it('that was never packed, or that no gate judges, ends the reading', async () => {
		const { inbox, said } = opened();
		inbox.put('packed', message(255));
		inbox.put('document', message(2));
		await settle();
		expect(said).toEqual(['BadPacking: bytes']);

		const other = opened({ gate: { inspect: () => Promise.reject(new Error('no thread')), close: () => undefined } });
		other.inbox.put('document', message(1));
		await settle();
		expect(other.said).toEqual(['Error: no thread']);
	});
});
