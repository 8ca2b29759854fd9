import type { Page } from '@playwright/test';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from '../../src/meeting-point/project.js';
import { expect, test } from './support/app';
import { Host, loadable, screens } from './support/host';
import { readyForOffline } from './support/service-worker';

test.describe('after one visit, with the host gone', () => {
	let host: Host;
	test.beforeEach(async ({ page }) => {
		host = await Host.open();
		await page.goto(host.origin);
		await page.getByRole('button', { name: 'Start empty' }).click();
		await readyForOffline(page);
		await host.stop();
	});
	test.afterEach(() => host.close());

	test('every screen opens', async ({ page }) => {
		for (const path of screens()) {
			await test.step(path, async () => {
				const response = await page.goto(host.origin + path);
				expect(response?.fromServiceWorker()).toBe(true);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await expect(page).toHaveTitle(/Kith/);
			});
		}
	});

	test('what is shown by the query, and a closing slash too many, make no difference', async ({ page }) => {
		await page.goto(`${host.origin}/people/?person=nobody&x=1`);
		await expect(page).toHaveURL(`${host.origin}/people?person=nobody&x=1`);
		await expect(page.getByRole('link', { name: 'People', exact: true })).toHaveAttribute('aria-current', 'page');
	});

	test('an unknown path shows the app’s own page', async ({ page, watch }) => {
		watch.allow(/Not found: \/nowhere|ERR_CONNECTION_REFUSED/);
		await page.goto(`${host.origin}/nowhere`);
		await page.getByRole('link', { name: 'Today', exact: true }).click();
		await expect(page).toHaveURL(`${host.origin}/`);
	});

	test('what one writes is kept', async ({ page }) => {
		await page.goto(`${host.origin}/people`);
		await page.getByRole('button', { name: 'Add contact' }).click();
		await page.getByLabel('First name').fill('Ana');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.goto(`${host.origin}/people`);
		await expect(page.getByRole('link', { name: /Ana/ })).toBeVisible();
	});
});

/** Letters that few names have come when they are first shown. */
const isRareFont = (path: string) => /-(latin-ext|vietnamese)-/.test(path);

/** Paths of what is in the caches whose name begins so. */
const cachedPaths = (page: Page, prefix: string) =>
	page.evaluate(async (prefix) => {
		const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	}, prefix);

test('all but what few need is there after the first visit, in at most 1.5 MB', async ({ page }) => {
	await page.goto('/');
	await readyForOffline(page);
	const cached = await cachedPaths(page, 'workbox-precache');
	const left = loadable().filter((path) => !cached.includes(path) && !isRareFont(path));
	// The sample people, and what talks to other devices: the next test is about those.
	expect(left.filter((path) => !/^\/_app\/immutable\/(chunks|assets|workers\/chunks)\//.test(path))).toEqual([]);
	expect(left.length).toBeLessThan(25);
	const bytes = cached.reduce((sum, path) => sum + statSync(join(buildFolder, path)).size, 0);
	expect(bytes).toBeLessThanOrEqual(1.5e6);
});

test('what talks to other devices is kept once it was used, all of it, and with every new version', async ({
	page
}) => {
	const host = await Host.open();
	const kept = () => cachedPaths(page, 'kith-devices');
	const add = async () => {
		await page.getByRole('button', { name: 'Add a device' }).click();
		await expect(page.getByRole('dialog', { name: 'Add a device' })).toBeVisible();
	};
	try {
		await page.goto(host.origin);
		await page.getByRole('button', { name: 'Start empty' }).click();
		await readyForOffline(page);
		expect(await kept()).toEqual([]);
		await page.goto(`${host.origin}/settings/devices`);
		await add();
		const cached = await cachedPaths(page, 'workbox-precache');
		const left = loadable().filter((path) => !cached.includes(path) && !isRareFont(path));
		// The sample people are a group of their own.
		await expect.poll(async () => left.filter((path) => !path.endsWith('.css')).length - scripts(await kept())).toBe(1);
		const all = await kept();

		await page.evaluate(async (path) => void (await (await caches.open('kith-devices')).delete(path)), all[0] ?? '');
		await host.deploy();
		await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
		await expect.poll(async () => (await kept()).sort()).toEqual([...all].sort());

		await host.stop();
		await page.goto(`${host.origin}/settings/devices`);
		await add();
	} finally {
		await host.close();
	}
});

const scripts = (paths: readonly string[]) => paths.filter((path) => path.endsWith('.js')).length;

test('what was never used says offline that it has to be loaded once', async ({ page, watch }) => {
	const host = await Host.open();
	watch.allow(/ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to fetch|no-response/);
	try {
		await page.goto(host.origin);
		await page.getByRole('button', { name: 'Start empty' }).click();
		await readyForOffline(page);
		await host.stop();
		await page.goto(`${host.origin}/settings/devices`);
		await expect(page.getByText('Try again when you are online.')).toBeVisible();
	} finally {
		await host.close();
	}
});

test('letters that few names have are kept once they were shown', async ({ page }) => {
	const host = await Host.open();
	try {
		await page.goto(host.origin);
		await page.getByRole('button', { name: 'Start empty' }).click();
		await readyForOffline(page);
		await page.goto(`${host.origin}/people`);
		const font = page.waitForResponse((response) => isRareFont(response.url()));
		await page.getByRole('button', { name: 'Add contact' }).click();
		await page.getByLabel('First name').fill('Łukasz');
		await page.getByRole('button', { name: 'Save' }).click();
		const url = (await font).url();
		const isKept = () => page.evaluate(async (url) => Boolean(await caches.match(url)), url);
		await expect.poll(isKept).toBe(true);
		await host.stop();
		expect(await page.evaluate(async (url) => (await fetch(url, { cache: 'no-store' })).ok, url)).toBe(true);
	} finally {
		await host.close();
	}
});
