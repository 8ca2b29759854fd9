import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { knowledgeOf } from '$lib/sync/gate/messages';
import { startGate } from './gate';

it('the gate says that it is ready, then judges what it is asked, in plain data', () => {
	const said: unknown[] = [];
	const thread = {
		onmessage: (_: { data: unknown }) => undefined as void,
		postMessage: (data: unknown) => void said.push(structuredClone(data))
	};
	startGate(thread as unknown as Worker);
	const doc = new Y.Doc();
	doc.getMap('meta').set('a', 1);
	for (const message of [Uint8Array.of(0, 0, 1, 0), Uint8Array.of(9)]) {
		thread.onmessage({ data: structuredClone({ message, known: knowledgeOf(doc) }) });
	}
	expect(said).toEqual(['ready', { pass: 'question' }, { refused: 'message' }]);
});
