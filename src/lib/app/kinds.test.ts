import { beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '$lib/domain/settings';
import type { Kith } from '$lib/kith';
import { happening, openTestKith } from './test-kith';

let kith: Kith;
let ana: string;
const kinds = async () => {
	const { ownKinds, countingKinds } = (await kith.readHead()).settings;
	return { own: ownKinds, counting: countingKinds.filter((kind) => !defaultSettings.countingKinds.includes(kind)) };
};

beforeEach(async () => {
	({ kith } = await openTestKith());
	ana = await kith.addContact({ given: 'Ana' });
});

it('a kind named for the first time, in a log or an edit, is the owner’s own and counts as contact', async () => {
	const id = await kith.log(happening([ana], { kind: 'Chess' }));
	expect(await kinds()).toEqual({ own: ['Chess'], counting: ['Chess'] });
	expect((await kith.readHead()).rows[0]?.lastContact).toBe('2026-11-20');
	await kith.editInteraction(id, happening([ana], { kind: 'Go' }));
	expect(await kinds()).toEqual({ own: ['Chess', 'Go'], counting: ['Chess', 'Go'] });
});

it('a kind that is known, or that does not count by the owner’s choice, is left as it is', async () => {
	await kith.log(happening([ana], { kind: 'meal' }));
	await kith.editKind('Chess', { own: true, counts: false });
	await kith.log(happening([ana], { kind: 'Chess' }));
	expect(await kinds()).toEqual({ own: ['Chess'], counting: [] });
});

it('a kind taken off the list does not return with an edit of something else', async () => {
	const id = await kith.log(happening([ana], { kind: 'Chess' }));
	await kith.editKind('Chess', { own: false, counts: false });
	await kith.editInteraction(id, happening([ana], { kind: 'Chess', note: 'A draw.' }));
	expect(await kinds()).toEqual({ own: [], counting: [] });
});

it('two kinds changed at once both change', async () => {
	await Promise.all([kith.editKind('meal', { counts: false }), kith.editKind('call', { counts: false })]);
	const { countingKinds } = (await kith.readHead()).settings;
	expect(countingKinds.filter((kind) => ['meal', 'call'].includes(kind))).toEqual([]);
});
