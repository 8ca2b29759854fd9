import { expect } from '@playwright/test';
import { agree, expectPeople, lineOf, openDevices, people, showCode, test, typeCode } from '../support/devices';

test('a typed code brings two devices together, and what is edited on either is on both', async ({ openDevice }) => {
	test.slow();
	const [laptop, phone] = [await openDevice('Laptop'), await openDevice('Phone')];
	await people(laptop, 'Ana', 'Boris');
	await typeCode(phone, await showCode(laptop));
	await agree(laptop, phone, '2 contacts');
	await expectPeople(phone, 'Ana', 'Boris');
	await expectPeople(laptop, 'Ana', 'Boris');

	await people(phone, 'Clara');
	await expectPeople(laptop, 'Ana', 'Boris', 'Clara');
	await people(laptop, 'David');
	await expectPeople(phone, 'Ana', 'Boris', 'Clara', 'David');
	for (const [device, other] of [
		[laptop, 'Phone'],
		[phone, 'on']
	] as const) {
		await openDevices(device);
		await expect(lineOf(device, other).getByText(/^Up to date/)).toBeVisible();
	}
});
