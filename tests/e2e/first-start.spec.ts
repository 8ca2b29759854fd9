import { expect, test } from './support/app';
import { goTo, lines, said, saved, startEmpty, startWithSample } from './support/verbs';

test('who starts empty lands on Today, which says what to do next, and is not asked again', async ({ page }) => {
	await startEmpty(page);
	await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Bring my people' })).toBeVisible();
	await expect(page.getByLabel('What happened?')).toBeVisible();

	await page.reload();
	await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start empty' })).toHaveCount(0);
});

test('sample people bring Today to life: whom to reach and why, dates to come, reminders', async ({ page }) => {
	await startWithSample(page);
	const reach = page.getByRole('region', { name: 'Catch up with' });
	await expect(reach.getByRole('article')).toHaveCount(3);
	await expect(reach.getByText(/you usually talk every/).first()).toBeVisible();
	await expect(page.getByRole('region', { name: 'Coming up' }).getByRole('link').first()).toContainText(/Birthday/);
	await expect(page.getByRole('region', { name: 'Reminders' }).getByRole('listitem').first()).toBeVisible();

	await goTo(page, 'Settings');
	await expect(page.getByText('sample people are among your people')).toHaveText(/^(5[5-9]|6[0-5]) sample/);
	await goTo(page, 'Timeline');
	await expect(page.getByRole('article').first()).toBeVisible();

	await page.reload();
	await goTo(page, 'People');
	await expect(lines(page).first()).toBeVisible();
});

test('sample people go in one go, and one’s own people stay', async ({ page }) => {
	await startWithSample(page);
	await page.goto('/people?add=Wilhelmina+Own');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();

	await goTo(page, 'Today');
	await page.getByRole('button', { name: 'Remove them' }).click();
	await expect(said(page, 'The sample people are gone.')).toBeVisible();
	await expect(page.getByText('These people are made up.')).toHaveCount(0);
	await saved(page);

	await page.reload();
	await goTo(page, 'People');
	await expect(lines(page)).toHaveText([/Wilhelmina Own/]);
	await goTo(page, 'Timeline');
	await expect(page.getByRole('heading', { name: 'Nothing noted yet' })).toBeVisible();
});

test('who wants to bring people along is led to the import', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Bring my people' }).click();
	await expect(page).toHaveURL('/import');
	await expect(page.getByRole('heading', { name: 'Bring people in' })).toBeVisible();
	await expect(page.getByLabel('Choose files')).toBeEnabled();
});

test.describe('in French', () => {
	test.use({ locale: 'fr-FR' });

	test('the first start, the sample people and their reasons are in French', async ({ page }) => {
		await startWithSample(page);
		await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
		await expect(page.getByRole('heading', { name: 'Aujourd’hui', level: 1 })).toBeVisible();
		await expect(page.getByRole('region', { name: 'Prendre des nouvelles' })).toContainText(
			/vous vous parlez en général/
		);
	});
});
