import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import {
	alarmsOf,
	notificationsOf,
	readyForOffline,
	ringPeriodicSync,
	tapNotification
} from './support/service-worker';
import type { Watch } from './support/watch';

test.beforeEach(async ({ page }) => {
	// Whatever the time is where the test runs, it is not quiet.
	const preferences = JSON.stringify({ started: true, quietFrom: '', quietTo: '' });
	await page.addInitScript((stored) => localStorage.setItem('kith:preferences', stored), preferences);
});

/** Today's own line of it; the message that it is for today, too, is an item of a list. */
const reminder = (page: Page, title: string) =>
	page.getByRole('region', { name: 'Reminders' }).getByRole('listitem').filter({ hasText: title });

/** Today has reminders once there is anybody. */
async function addReminder(page: Page, title: string): Promise<void> {
	await page.goto('/people?add');
	await page.getByLabel('First name').fill('Ana');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('link', { name: 'Today', exact: true }).click();
	await page.getByRole('button', { name: 'Add a reminder' }).click();
	await page.getByLabel('What to remember').fill(title);
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(reminder(page, title)).toBeVisible();
}

/** Leaves the app for a page of the same origin that runs none of it, once the table is written. */
async function closeApp(page: Page, watch: Watch, alarms: readonly string[]): Promise<void> {
	watch.allow(/favicon\.ico/);
	await readyForOffline(page);
	await expect.poll(() => alarmsOf(page)).toEqual(alarms);
	await page.goto('/icon.svg');
}

test.describe('with the app closed', () => {
	test('a due reminder rings once', async ({ page, context, watch }) => {
		await addReminder(page, 'Water the plants');
		await closeApp(page, watch, ['Water the plants']);
		await context.grantPermissions(['notifications']);
		await ringPeriodicSync(page);
		await expect.poll(() => notificationsOf(page)).toEqual(['Water the plants']);

		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			for (const shown of await registration.getNotifications()) shown.close();
		});
		await ringPeriodicSync(page);
		await page.goto('/');
		await expect(reminder(page, 'Water the plants')).toBeVisible();
		expect(await notificationsOf(page)).toEqual([]);
	});

	test('Done in the notification reaches the document at the next opening', async ({ page, context, watch }) => {
		await addReminder(page, 'Water the plants');
		await closeApp(page, watch, ['Water the plants']);
		await context.grantPermissions(['notifications']);
		await ringPeriodicSync(page);
		await expect.poll(() => notificationsOf(page)).toHaveLength(1);
		await tapNotification(context, 'done');
		expect(await notificationsOf(page)).toEqual([]);

		await page.goto('/');
		await expect(page.getByText('Nothing to remember today.')).toBeVisible();
		await expect.poll(() => alarmsOf(page)).toEqual([]);
	});
});

test.describe('with the app open', () => {
	test.beforeEach(({ context }) => context.grantPermissions(['notifications']));

	test('a reminder rings when it is due, and Later reaches the screen at once', async ({ page, context }) => {
		await page.goto('/');
		await readyForOffline(page);
		await addReminder(page, 'Call the garage');
		await expect.poll(() => notificationsOf(page)).toEqual(['Call the garage']);
		await tapNotification(context, 'later');
		await expect(page.getByText('Nothing to remember today.')).toBeVisible();
		await expect.poll(() => alarmsOf(page)).toEqual(['Call the garage']);
	});

	test('a tap on a notification about somebody leads to them in the page that is open', async ({ page, context }) => {
		await page.goto('/people?add');
		await page.getByLabel('First name').fill('Ana');
		await page.getByLabel('Birthday').fill(new Date().toISOString().slice(0, 10));
		await page.getByRole('button', { name: 'Save' }).click();
		await readyForOffline(page);
		await expect.poll(() => notificationsOf(page)).toHaveLength(1);
		await page.getByRole('link', { name: 'Timeline' }).click();
		// A link begins to lead there only after the next paint, and would then overtake the tap.
		await expect(page).toHaveURL(/\/timeline/);
		await tapNotification(context, '');
		await expect(page).toHaveURL(/\/people\?person=/);
		await expect(page.getByRole('heading', { name: 'Ana' })).toBeVisible();
	});
});
