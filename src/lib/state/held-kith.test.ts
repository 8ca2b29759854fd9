import { describe, expect, it } from 'vitest';
import { openMemoryLive } from '../../../tests/support/live';
import { heldKith } from './held-kith';
import { UnsavedEdits } from './unsaved-edits.svelte';

async function open() {
	const { kith } = await openMemoryLive();
	const unsaved = new UnsavedEdits();
	return { kith: heldKith(kith, unsaved), unsaved };
}

describe('a change', () => {
	it('counts as unsaved from the moment it is asked for until it is durable', async () => {
		const { kith, unsaved } = await open();
		const adding = kith.addContact({ given: 'Ana' });
		expect(unsaved.count).toBe(1);
		const id = await adding;
		expect(unsaved.count).toBe(0);
		expect((await kith.readPage(id))?.contact.given).toBe('Ana');
	});

	it('no longer counts once it is refused', async () => {
		const { kith, unsaved } = await open();
		await expect(kith.editContact('nobody', {})).rejects.toMatchObject({ code: 'not-found' });
		expect(unsaved.count).toBe(0);
	});
});

it('a question holds nothing up', async () => {
	const { kith, unsaved } = await open();
	const reading = kith.readHead();
	expect(unsaved.count).toBe(0);
	await reading;
});
