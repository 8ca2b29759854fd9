import { describe, expect, it, vi } from 'vitest';
import { UnsavedEdits } from './unsaved-edits.svelte';
import { Update } from './update.svelte';

/** A registration whose events the test sends. */
function fakeWorkbox() {
	const listeners = new Map<string, () => void>();
	const addEventListener = (type: string, listener: () => void) => void listeners.set(type, listener);
	return { addEventListener, send: (type: string) => listeners.get(type)?.() };
}

function openTab({ controlled }: { controlled: boolean }) {
	const unsaved = new UnsavedEdits();
	const reload = vi.fn();
	const update = new Update(unsaved, reload, 1);
	const workbox = fakeWorkbox();
	update.follow(workbox, controlled);
	return { unsaved, reload, update, send: workbox.send };
}

const settled = () => new Promise((settle) => setTimeout(settle, 30));

describe('a new version', () => {
	it('is offered when it waits, and changes nothing by itself', async () => {
		const { update, reload, send } = openTab({ controlled: true });
		send('waiting');
		await settled();
		expect(update.ready).toBe(true);
		expect(reload).not.toHaveBeenCalled();
	});

	it('is shown once it took over, in whichever tab the owner agreed', async () => {
		const { update, reload, send } = openTab({ controlled: true });
		send('controlling');
		await settled();
		expect(reload).toHaveBeenCalledOnce();
		expect(update.ready).toBe(false);
	});

	it('waits for every unsaved edit of the tab', async () => {
		const { unsaved, update, reload, send } = openTab({ controlled: true });
		const [saveNote, saveName] = [unsaved.begin(), unsaved.begin()];
		send('controlling');
		saveNote();
		saveNote();
		await settled();
		expect(reload).not.toHaveBeenCalled();
		expect(update.taken).toBe(true);
		saveName();
		await settled();
		expect(reload).toHaveBeenCalledOnce();
	});

	it('waits for a change that follows another at once', async () => {
		const { unsaved, reload, send } = openTab({ controlled: true });
		const savePerson = unsaved.begin();
		send('controlling');
		savePerson();
		const saveMoment = unsaved.begin();
		await settled();
		expect(reload).not.toHaveBeenCalled();
		saveMoment();
		await settled();
		expect(reload).toHaveBeenCalledOnce();
	});

	it('is not what a first visit gets', async () => {
		const { reload, send } = openTab({ controlled: false });
		send('controlling');
		await settled();
		expect(reload).not.toHaveBeenCalled();
		send('controlling');
		await settled();
		expect(reload).toHaveBeenCalledOnce();
	});
});
