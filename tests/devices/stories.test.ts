/** Evenings on two or three devices that were apart for a while and then met. */
import { expect, it } from 'vitest';
import type { ContactPatch } from '$lib/domain/contact';
import type { InteractionDraft } from '$lib/domain/interaction';
import { Device, meet } from './device';

const start = Date.UTC(2026, 0, 1);
const day = 86_400_000;

const meal: InteractionDraft = {
	contactIds: ['ana'],
	kind: 'meal',
	when: '2026-01-03',
	note: 'soup',
	place: '',
	initiator: '',
	direction: '',
	duration: 0,
	pinned: false
};

/** Devices that all know Ana; each is as many days later than the one before. */
function devicesWithAna(count: number, apart = 1): readonly Device[] {
	const devices = Array.from(
		{ length: count },
		(_, index) => new Device(`d${index}`, { now: () => start + index * apart * day })
	);
	add(devices[0], 'ana', 'Ana');
	meet(...devices);
	return devices;
}

function two(): readonly [phone: Device, laptop: Device] {
	const [phone, laptop] = devicesWithAna(2);
	if (!phone || !laptop) throw new Error('two were made');
	return [phone, laptop];
}

function add(device: Device | undefined, id: string, given: string): void {
	const phones = [{ label: 'home', value: '1' }];
	device?.doc.change(() => device.doc.contacts.add(id, { given, notes: 'Likes tea.', phones }, start));
}

const edit = ({ doc }: Device, patch: ContactPatch) => doc.change(() => doc.contacts.edit('ana', patch));
const phones = ({ doc }: Device) => doc.contacts.read('ana')?.phones.map(({ value }) => value);

function expectEqual(...devices: readonly Device[]): void {
	const [first, ...others] = devices.map((device) => device.everything());
	for (const other of others) expect(other).toEqual(first);
}

it('a contact deleted on one device and edited on another stays deleted, and comes back with the edit [D2]', () => {
	const [phone, laptop] = two();
	phone.doc.change(() => phone.doc.contacts.setDeleted('ana', start));
	edit(laptop, { texts: { family: 'Silva' } });
	meet(phone, laptop);
	for (const { rows, projection } of [phone, laptop]) {
		expect(rows.has('ana')).toBe(false);
		expect(projection.live.has('ana')).toBe(false);
	}
	phone.doc.change(() => phone.doc.contacts.setDeleted('ana', 0));
	meet(phone, laptop);
	expect([phone, laptop].map(({ rows }) => rows.get('ana')?.name)).toEqual(['Ana Silva', 'Ana Silva']);
});

it('two devices that edit one phone number keep both and show the later [D3]', () => {
	const [phone, laptop] = two();
	edit(phone, { lists: { phones: { 0: { label: 'home', value: '2' } } } });
	edit(laptop, { lists: { phones: { 0: { label: 'home', value: '3' } } } });
	meet(phone, laptop);
	expect([phones(phone), phones(laptop)]).toEqual([['3'], ['3']]);
	for (const { projection } of [phone, laptop]) {
		expect(projection.page('ana')?.others).toEqual([
			{
				field: 'phones/0',
				now: { label: 'home', value: '3' },
				value: { label: 'home', value: '2' },
				editedAt: start
			}
		]);
	}
	expectEqual(phone, laptop);
});

it('an edit made offline last week does not beat today’s, whichever device speaks first [D3]', () => {
	for (const order of [0, 1]) {
		const [phone, laptop] = two();
		edit(phone, { texts: { organization: 'Old Mill' } });
		edit(laptop, { texts: { organization: 'New Mill' } });
		if (order) meet(phone, laptop);
		else meet(laptop, phone);
		for (const { rows } of [phone, laptop]) expect(rows.get('ana')?.organization).toBe('New Mill');
	}
});

it('three devices that disagree keep three values until one is picked on a fourth [D16]', () => {
	const devices = devicesWithAna(4);
	devices.slice(0, 3).forEach((device, index) => edit(device, { texts: { family: `Silva ${index}` } }));
	meet(...devices);
	const [, , , fourth] = devices;
	expect(fourth?.doc.contacts.others('ana').map(({ value }) => value)).toEqual(['Silva 1', 'Silva 0']);
	fourth?.doc.change(() => fourth.doc.pick('ana', 'family', 'Silva 0'));
	meet(...devices);
	for (const { doc } of devices) {
		expect(doc.contacts.read('ana')?.family).toBe('Silva 0');
		expect(doc.contacts.others('ana')).toEqual([]);
	}
});

it('notes typed on two devices at once hold both [D8]', () => {
	const [phone, laptop] = two();
	phone.doc.change(() => phone.doc.contacts.editNotes('ana', 'Likes tea.', 'Likes green tea.'));
	laptop.doc.change(() => laptop.doc.contacts.editNotes('ana', 'Likes tea.', 'Likes tea. And rain.'));
	meet(phone, laptop);
	expect(phone.doc.contacts.read('ana')?.notes).toBe('Likes green tea. And rain.');
	expectEqual(phone, laptop);
});

it('typing that began before another device’s words arrived keeps them [D8]', () => {
	const [phone, laptop] = two();
	laptop.doc.change(() => laptop.doc.contacts.editNotes('ana', 'Likes tea.', 'Ill today.\nLikes tea.'));
	meet(phone, laptop);
	phone.doc.change(() => phone.doc.contacts.editNotes('ana', 'Likes tea.', 'Likes tea!'));
	meet(phone, laptop);
	expect(laptop.doc.contacts.read('ana')?.notes).toBe('Ill today.\nLikes tea!');
});

it('an interaction whose contact is gone stays readable [D6]', () => {
	const [phone, laptop] = two();
	laptop.doc.change(() => laptop.doc.interactions.add('i1', { ...meal, contactIds: ['ana', 'never-known'] }, start));
	laptop.doc.change(() => laptop.doc.interactions.add('i2', { ...meal, contactIds: [] }, start));
	phone.doc.change(() => phone.doc.contacts.setDeleted('ana', start));
	meet(phone, laptop);
	for (const { doc, projection } of [phone, laptop]) {
		expect(doc.interactions.all.get('i1')).toMatchObject({ deletedAt: 0, note: 'soup' });
		expect(projection.interactionsOf('ana').map(({ id }) => id)).toEqual(['i1']);
		expect(projection.timeline.page(9, null).interactions.map(({ id }) => id)).toEqual(['i2']);
	}
	laptop.doc.change(() => laptop.doc.contacts.setDeleted('ana', 0));
	meet(phone, laptop);
	expect(phone.projection.timeline.page(9, null).interactions.map(({ id }) => id)).toEqual(['i2', 'i1']);
});

it('two devices that sort someone into circles at once agree [D3]', () => {
	const [phone, laptop] = two();
	edit(phone, { texts: { circle: 'inner' } });
	edit(laptop, { texts: { circle: 'close' } });
	meet(phone, laptop);
	for (const { rows, doc } of [phone, laptop]) {
		expect(rows.get('ana')?.circle).toBe('close');
		expect(doc.contacts.others('ana').map(({ value }) => value)).toEqual(['inner']);
	}
});

it('two devices that rename different circles both see both names [D20]', () => {
	const [phone, laptop] = two();
	phone.doc.change(() =>
		phone.doc.editSettings({ circles: [{ id: 'inner', name: 'Kin', idealDays: 14, maxDays: 28 }] })
	);
	laptop.doc.change(() =>
		laptop.doc.editSettings({ circles: [{ id: 'close', name: 'Crew', idealDays: 30, maxDays: 60 }] })
	);
	meet(phone, laptop);
	for (const { projection } of [phone, laptop]) {
		expect(projection.settings.circles.map(({ name }) => name)).toEqual(['Kin', 'Crew', '', '', '']);
	}
});

it('contacts merged crosswise on two devices have one survivor on both, and come apart again [D7]', () => {
	const [phone, laptop] = two();
	add(phone, 'anna', 'Anna');
	meet(phone, laptop);
	phone.doc.change(() => phone.doc.contacts.merge('ana', 'anna'));
	laptop.doc.change(() => laptop.doc.contacts.merge('anna', 'ana'));
	meet(phone, laptop);
	for (const { doc } of [phone, laptop]) {
		expect([doc.contacts.survivor('ana'), doc.contacts.survivor('anna')]).toEqual(['ana', 'ana']);
	}
	laptop.doc.change(() => {
		for (const id of ['ana', 'anna']) laptop.doc.contacts.merge(id, '');
	});
	meet(phone, laptop);
	expect([phone.doc.contacts.survivor('ana'), phone.doc.contacts.survivor('anna')]).toEqual(['ana', 'anna']);
});

it('a ring of merges made by three devices has one survivor everywhere [D7]', () => {
	const devices = devicesWithAna(3);
	for (const id of ['bea', 'cem']) add(devices[0], id, id);
	meet(...devices);
	const ring = [
		['ana', 'bea'],
		['bea', 'cem'],
		['cem', 'ana']
	] as const;
	ring.forEach(([id, into], index) => devices[index]?.doc.change(() => devices[index]?.doc.contacts.merge(id, into)));
	meet(...devices);
	for (const { doc } of devices) expect(ring.map(([id]) => doc.contacts.survivor(id))).toEqual(['ana', 'ana', 'ana']);
});

it('one reminder done on one device and moved on another is both [D3]', () => {
	const [phone, laptop] = two();
	const draft = { title: 'Call', contactId: 'ana', due: '2026-02-01', time: '', leadDays: 0, repeat: null };
	phone.doc.change(() => phone.doc.reminders.add('r1', draft, start));
	meet(phone, laptop);
	phone.doc.change(() => phone.doc.reminders.edit('r1', { done: ['2026-02-01', '2026-02-01'] }));
	laptop.doc.change(() => laptop.doc.reminders.edit('r1', { due: '2026-02-05' }));
	meet(phone, laptop);
	for (const { projection } of [phone, laptop]) {
		expect(projection.reminders()).toMatchObject([{ due: '2026-02-05', doneFor: '2026-02-01' }]);
	}
});

it('a device whose clock is ten years ahead does not have the last word for ever [D14]', () => {
	const [phone, dreamer] = devicesWithAna(2, 3650);
	if (!phone || !dreamer) throw new Error('two were made');
	edit(dreamer, { texts: { family: 'Dream' } });
	meet(phone, dreamer);
	edit(phone, { texts: { family: 'Silva' } });
	meet(phone, dreamer);
	expect([phone, dreamer].map(({ rows }) => rows.get('ana')?.name)).toEqual(['Ana Silva', 'Ana Silva']);
});

it('a device that was closed and opened again goes on where it was [D10]', () => {
	const [phone, laptop] = two();
	edit(phone, { texts: { family: 'Silva' } });
	phone.restart();
	edit(phone, { texts: { family: 'Souza' } });
	meet(phone, laptop);
	expect(laptop.doc.contacts.read('ana')?.family).toBe('Souza');
	expect(laptop.doc.contacts.others('ana')).toEqual([]);
	expectEqual(phone, laptop);
});
