/** A document in memory and the means to make another replica's writes, sound or hostile, beside it. */
import * as Y from 'yjs';
import { KithDocument } from './doc';

export interface Replica {
	readonly yjs: Y.Doc;
	readonly doc: KithDocument;
	/** This replica's clock, in ms; grows only when set. */
	time: number;
}

export function replica(name: string, time = 1000): Replica {
	const yjs = new Y.Doc();
	const made: Replica = { yjs, doc: new KithDocument(yjs, name, () => made.time), time };
	return made;
}

/** Each takes over all that the other has. */
export function exchange(a: Replica, b: Replica): void {
	Y.applyUpdate(b.yjs, Y.encodeStateAsUpdate(a.yjs));
	Y.applyUpdate(a.yjs, Y.encodeStateAsUpdate(b.yjs));
}

/** Two replicas that both hold one contact, `ana`. */
export function twoWithAna(): readonly [Replica, Replica] {
	const a = replica('a');
	const b = replica('b');
	a.doc.change(() =>
		a.doc.contacts.add('ana', { given: 'Ana', notes: 'tea', phones: [{ label: 'home', value: '1' }] }, 1)
	);
	exchange(a, b);
	return [a, b];
}

export const rootOf = ({ yjs }: Replica, root: string): Y.Map<unknown> => yjs.getMap(root);

export function rowOf(on: Replica, root: string, id: string): Y.Map<unknown> {
	const row = rootOf(on, root).get(id);
	if (row instanceof Y.Map) return row as Y.Map<unknown>;
	throw new Error(`no row ${id}`);
}

export const meal = {
	contactIds: ['ana'],
	kind: 'meal',
	when: '2026-03-01',
	note: '',
	place: '',
	initiator: '',
	direction: '',
	duration: 0,
	pinned: false
} as const;

export const call = {
	title: 'Call',
	contactId: 'ana',
	due: '2026-02-01',
	time: '',
	leadDays: 0,
	repeat: null
} as const;
