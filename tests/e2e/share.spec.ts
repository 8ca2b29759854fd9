import { expect, test } from './support/app';
import { readyForOffline } from './support/service-worker';

const card = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Silva\r\nN:Silva;Ana;;;\r\nEND:VCARD\r\n';

/** Posts what an installed app is given when something is shared to it. */
const share = (fields: Record<string, string>, file?: string) => {
	const form = Object.assign(document.createElement('form'), {
		action: 'share',
		method: 'post',
		enctype: 'multipart/form-data'
	});
	for (const [name, value] of Object.entries(fields)) {
		form.append(Object.assign(document.createElement('input'), { name, value }));
	}
	if (file) {
		const given = new DataTransfer();
		given.items.add(new File([file], 'ana.vcf', { type: 'text/vcard' }));
		form.append(Object.assign(document.createElement('input'), { type: 'file', name: 'cards', files: given.files }));
	}
	document.body.append(form);
	form.submit();
};

test.beforeEach(async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Start empty' }).click();
	await readyForOffline(page);
});

test('cards shared to Kith are there to be brought in', async ({ page }) => {
	await page.evaluate(`(${share.toString()})({}, ${JSON.stringify(card)})`);
	await expect(page).toHaveURL(/\/import/);
	await expect(page.getByText('Ana Silva')).toBeVisible();
});

test('text shared to Kith begins a sentence', async ({ page }) => {
	await page.evaluate(`(${share.toString()})({ title: '', text: 'lunch with Grace', url: 'https://example.org/' })`);
	await expect(page.getByLabel('What happened?').first()).toHaveValue('lunch with Grace https://example.org/');
});
