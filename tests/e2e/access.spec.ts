import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support/app';
import { startEmpty, startWithSample } from './support/verbs';

const screens = [
	'/',
	'/people',
	'/timeline',
	'/settings',
	'/settings/devices',
	'/circles',
	'/import',
	'/trash',
	'/welcome'
];

async function lookEverywhere(page: Page): Promise<void> {
	for (const path of screens) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
		await expectAccessible(page);
	}
}

for (const { locale, colorScheme, viewport } of [
	{ locale: 'en-GB', colorScheme: 'light', viewport: { width: 390, height: 844 } },
	{ locale: 'en-GB', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
	{ locale: 'fr-FR', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
	{ locale: 'fr-FR', colorScheme: 'dark', viewport: { width: 390, height: 844 } }
] as const) {
	test.describe(`${locale}, ${colorScheme}, ${viewport.width} px wide`, () => {
		test.use({ locale, colorScheme, viewport });

		test('every empty screen is accessible', async ({ page }) => {
			test.slow();
			await startEmpty(page);
			await lookEverywhere(page);
		});

		test('every screen with people on it is accessible, a person’s page and the dialogs too', async ({ page }) => {
			test.slow();
			await startWithSample(page);
			await lookEverywhere(page);

			await page.goto('/people');
			await page.locator('main a[href*="person="]').first().click();
			await expect(page.locator('#told')).toBeVisible();
			await expectAccessible(page);

			await page.goto('/people?add');
			await expect(page.getByRole('dialog')).toBeVisible();
			await expectAccessible(page);

			for (const keys of ['Control+k', '?', 'l']) {
				await page.goto('/timeline');
				await expect(page.getByRole('article').first()).toBeVisible();
				await page.keyboard.press(keys);
				await expect(page.getByRole('dialog')).toBeVisible();
				await expectAccessible(page);
			}
		});
	});
}
