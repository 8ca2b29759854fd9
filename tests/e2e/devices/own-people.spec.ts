import { expect } from '@playwright/test';
import { test } from '../support/device-test';
import { agree, expectPeople, people, showCode, typeCode } from '../support/devices';
import { goTo } from '../support/verbs';

test('who is on both devices is on both after that, and a snapshot of before is kept', async ({ openDevice }) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	await people(phone, 'Boris', 'Clara');
	await typeCode(phone, await showCode(laptop), 'Bring both together');
	await agree(laptop, phone, '3 contacts');
	for (const device of [laptop, phone]) await expectPeople(device, 'Ana', 'Boris', 'Clara');
	await goTo(phone.page, 'Settings');
	await expect(phone.page.getByRole('listitem').filter({ hasText: '2 people' })).toBeVisible();
});

test('who is here is set aside for who is on the other device, in every tab, and kept as a snapshot', async ({
	openDevice
}) => {
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana');
	await people(phone, 'Boris', 'Clara');
	const tab = { ...phone, page: await phone.context.newPage() };
	await tab.page.goto('/people');
	await expectPeople(tab, 'Boris', 'Clara');
	await typeCode(phone, await showCode(laptop), 'Set these aside');
	await agree(laptop, phone, 'one contact');
	for (const device of [phone, tab, laptop]) await expectPeople(device, 'Ana');
	await goTo(phone.page, 'Settings');
	await expect(phone.page.getByRole('listitem').filter({ hasText: '2 people' })).toBeVisible();
	await people(tab, 'David');
	for (const device of [phone, laptop]) await expectPeople(device, 'Ana', 'David');
});
