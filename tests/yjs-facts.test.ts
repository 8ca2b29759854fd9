/** What the document relies on in Yjs, or guards against. When one of these changes, its rules must be thought over. */
import * as Y from 'yjs';
import { expect, it } from 'vitest';

/** @param clientID only ever set here, where which of two replicas wins is the question */
function replica(clientID: number): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = clientID;
	return doc;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('root');
const nested = (doc: Y.Doc): Y.Map<unknown> => root(doc).get('row') as Y.Map<unknown>;

/** Two replicas that hold one nested map, `row`. */
function twoWithRow(): readonly [Y.Doc, Y.Doc] {
	const [a, b] = [replica(1), replica(2)];
	root(a).set('row', new Y.Map([['given', 'Ana']]));
	exchange(a, b);
	return [a, b];
}

it('a nested type made under one key on two replicas loses one side, with all that is in it', () => {
	const [a, b] = [replica(1), replica(2)];
	root(a).set('row', new Y.Map([['of a', 1]]));
	root(b).set('row', new Y.Map([['of b', 1]]));
	exchange(a, b);
	expect([...nested(a).keys()]).toEqual(['of b']);
	expect([...nested(b).keys()]).toEqual(['of b']);
});

it('a deleted row beats an edit made inside it at the same time', () => {
	const [a, b] = twoWithRow();
	root(a).delete('row');
	nested(b).set('given', 'Anna');
	exchange(a, b);
	expect([root(a).has('row'), root(b).has('row')]).toEqual([false, false]);
});

it('a newer item of another replica survives the deletion of its older one', () => {
	const [a, b] = [replica(1), replica(2)];
	root(b).set('slot', 'older');
	exchange(a, b);
	root(a).delete('slot');
	root(b).set('slot', 'newer');
	exchange(a, b);
	expect([root(a).get('slot'), root(b).get('slot')]).toEqual(['newer', 'newer']);
});

it('of two concurrent writes of one key the greater client id wins, whichever came later', () => {
	const [a, b] = [replica(1), replica(2)];
	root(b).set('given', 'last week');
	root(a).set('given', 'today');
	exchange(a, b);
	expect([root(a).get('given'), root(b).get('given')]).toEqual(['last week', 'last week']);
});

it('merged updates keep deleted text, and encoding the replayed document drops it', () => {
	const updates: Uint8Array[] = [];
	const doc = new Y.Doc();
	doc.on('update', (update: Uint8Array) => updates.push(update));
	doc.getText('notes').insert(0, 'a secret');
	doc.getText('notes').delete(0, 8);
	const replayed = new Y.Doc();
	for (const update of updates) Y.applyUpdate(replayed, update);
	const holdsText = (bytes: Uint8Array) => new TextDecoder().decode(bytes).includes('secret');
	expect(holdsText(Y.mergeUpdates(updates))).toBe(true);
	expect(holdsText(Y.encodeStateAsUpdate(replayed))).toBe(false);
});

it('toJSON turns a __proto__ key into the prototype of the result', () => {
	const [a, b] = [replica(1), replica(2)];
	root(a).set('__proto__', { isAdmin: true });
	exchange(a, b);
	const json = root(b).toJSON() as { readonly isAdmin?: boolean };
	expect(Object.keys(json)).toEqual([]);
	expect(json.isAdmin).toBe(true);
	expect(root(b).get('isAdmin')).toBeUndefined();
});

it('a plain value with a __proto__ key arrives with that prototype and nothing of its own', () => {
	const [a, b] = [replica(1), replica(2)];
	root(a).set('born', JSON.parse('{"__proto__":{"given":"Eve"}}'));
	exchange(a, b);
	const born = root(b).get('born') as Record<string, unknown>;
	expect(born['given']).toBe('Eve');
	expect(Object.hasOwn(born, 'given')).toBe(false);
});

it('a gap of 2^40 in twelve bytes silences a client for ever, and shows when the update is decoded', () => {
	const poison = Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0);
	expect(Y.decodeUpdate(poison).structs.map(({ length }) => length)).toEqual([2 ** 40]);
	const [victim, author] = [replica(1), replica(7)];
	Y.applyUpdate(victim, poison);
	root(author).set('given', 'Ana');
	Y.applyUpdate(victim, Y.encodeStateAsUpdate(author));
	expect(root(victim).has('given')).toBe(false);
});

it('two replicas that write under one client id stay different for ever', () => {
	const [a, b] = [replica(1), replica(1)];
	root(a).set('given', 'Ana');
	root(b).set('given', 'Tom');
	exchange(a, b);
	exchange(a, b);
	expect([root(a).get('given'), root(b).get('given')]).toEqual(['Ana', 'Tom']);
});

it('a character outside the basic plane that is cut in two is lost', () => {
	const [a, b] = [replica(1), replica(2)];
	a.getText('notes').insert(0, '🌲');
	a.getText('notes').insert(1, 'x');
	exchange(a, b);
	expect(b.getText('notes').toJSON()).not.toContain('🌲');
});
