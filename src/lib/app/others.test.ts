import { beforeEach, expect, it } from 'vitest';
import type { OtherValue } from '$lib/domain/contact';
import type { Kith } from '$lib/kith';
import { happening, openTestKith, pageOf, reminding, type TestKith } from './test-kith';

const hour = 3_600_000;
let phone: TestKith;
let laptop: TestKith;
let ana: string;

const meet = async () => {
	await laptop.kith.mergeDocument(await phone.kith.exportDocument());
	await phone.kith.mergeDocument(await laptop.kith.exportDocument());
};
/** What both did without knowing of each other; the laptop later. */
async function apart(onPhone: (kith: Kith) => Promise<unknown>, onLaptop: (kith: Kith) => Promise<unknown>) {
	await meet();
	await onPhone(phone.kith);
	await onLaptop(laptop.kith);
	await meet();
}

const othersOf = async (kith: Kith, id: string): Promise<readonly OtherValue[]> =>
	id ? (await pageOf(kith, id)).others : kith.readOthers();

beforeEach(async () => {
	phone = await openTestKith({ replica: 'phone' });
	laptop = await openTestKith({ replica: 'laptop' });
	laptop.clock.at += hour;
	ana = await phone.kith.addContact({ given: 'Ana', phones: [{ label: 'home', value: '1' }] });
});

type Case = readonly [
	what: string,
	isOnPage: boolean,
	edit: (kith: Kith, said: string) => Promise<unknown>,
	shown: (said: string) => unknown
];

const cases: readonly Case[] = [
	['a text of a contact', true, (kith, said) => kith.editContact(ana, { texts: { family: said } }), (said) => said],
	[
		'an entry of a list',
		true,
		(kith, said) => kith.editContact(ana, { lists: { phones: { 0: { label: 'home', value: said } } } }),
		(value) => ({ label: 'home', value })
	],
	[
		'an interaction',
		true,
		async (kith, note) => {
			const [one] = (await pageOf(kith, ana)).interactions;
			await kith.editInteraction(one?.id ?? '', happening([ana], { note }));
		},
		(note) => happening([ana], { note })
	],
	[
		'a reminder about someone',
		true,
		async (kith, title) => {
			const one = (await kith.readHead()).reminders.find(({ contactId }) => contactId === ana);
			await kith.editReminder(one?.id ?? '', reminding({ contactId: ana, title }));
		},
		(said) => said
	],
	[
		'a reminder about nobody',
		false,
		async (kith, title) => {
			const one = (await kith.readHead()).reminders.find(({ contactId }) => !contactId);
			await kith.editReminder(one?.id ?? '', reminding({ title }));
		},
		(said) => said
	],
	['a setting', false, (kith, said) => kith.editSettings({ todayCount: said.length }), (said) => said.length],
	[
		'a circle',
		false,
		(kith, name) => kith.editSettings({ circles: [{ id: 'inner', name, idealDays: 7, maxDays: 14 }] }),
		(name) => ({ id: 'inner', name, idealDays: 7, maxDays: 14 })
	],
	['a kind', false, (kith, said) => kith.editKind('meal', { counts: said === 'long' }), (said) => said === 'long']
];

const both = cases.flatMap((one) => [true, false].map((keepsNow) => [...one, keepsNow] as const));

it.each(both)(
	'%s that two devices change at once shows both until one is picked, on every device',
	async (_, isOnPage, edit, shown, keepsNow) => {
		await phone.kith.log(happening([ana]));
		await phone.kith.addReminder(reminding({ contactId: ana }));
		await phone.kith.addReminder(reminding());
		const id = isOnPage ? ana : '';
		await apart(
			(kith) => edit(kith, 'short'),
			(kith) => edit(kith, 'long')
		);
		for (const { kith } of [phone, laptop]) {
			expect(await othersOf(kith, id)).toMatchObject([{ now: shown('long'), value: shown('short') }]);
			expect(await othersOf(kith, isOnPage ? '' : ana)).toEqual([]);
		}
		const [other] = await othersOf(phone.kith, id);
		const picked = keepsNow ? other?.now : other?.value;
		await phone.kith.pickValue(id, other?.field ?? '', picked);
		await meet();
		for (const { kith } of [phone, laptop]) expect(await othersOf(kith, id)).toEqual([]);
	}
);

it('a value kept is the reminder’s own again', async () => {
	const id = await phone.kith.addReminder(reminding({ contactId: ana, title: 'Call' }));
	await apart(
		(kith) => kith.editReminder(id, reminding({ contactId: ana, title: 'Phone' })),
		(kith) => kith.editReminder(id, reminding({ contactId: ana, title: 'Write' }))
	);
	const [other] = await othersOf(phone.kith, ana);
	await phone.kith.pickValue(ana, other?.field ?? '', other?.now);
	await meet();
	for (const { kith } of [phone, laptop]) expect((await kith.readHead()).reminders[0]?.title).toBe('Write');
});

it('of a reminder about someone in the trash, what differs is still to be picked', async () => {
	const id = await phone.kith.addReminder(reminding({ contactId: ana }));
	await apart(
		(kith) => kith.editReminder(id, reminding({ contactId: ana, title: 'Phone' })),
		(kith) => kith.editReminder(id, reminding({ contactId: ana, title: 'Write' }))
	);
	await phone.kith.remove('contact', [ana]);
	expect(await phone.kith.readOthers()).toMatchObject([{ now: 'Write', value: 'Phone' }]);
});

it('what is no field cannot be picked', async () => {
	await expect(phone.kith.pickValue('', 'given', 'x')).rejects.toMatchObject({ code: 'invalid' });
	await expect(phone.kith.pickValue('', 'settings/theme', 'dark')).rejects.toMatchObject({ code: 'invalid' });
	await expect(phone.kith.pickValue('', 'reminders/none/title', 'x')).rejects.toMatchObject({ code: 'invalid' });
});
