import type { Page } from '@playwright/test';
import { crowdedFile, unbroken } from '../support/crowd';
import { expect, test } from './support/app';
import { choose, said, startEmpty } from './support/verbs';

let file: Buffer;
test.beforeAll(async () => {
	file = await crowdedFile();
});

async function openCrowd(page: Page): Promise<void> {
	await startEmpty(page);
	await page.goto('/settings');
	await page.locator('input[accept=".kith"]').setInputFiles({ name: 'crowd.kith', mimeType: '', buffer: file });
	await expect(said(page, /^(The file was brought in|Le fichier a été repris)\.$/)).toBeVisible();
}

/** Everything stands within the screen's width, and no name is cut. What scrolls by itself may be wider than it shows. */
async function expectToFit(page: Page, what: string): Promise<void> {
	const { over, cut } = await page.evaluate(() => {
		const say = (element: Element) => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 30)}`;
		const scrolls = (element: Element | null): boolean =>
			element !== null && (getComputedStyle(element).overflowX === 'auto' || scrolls(element.parentElement));
		const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
			(element) => element.offsetWidth > 1 && !element.closest('.unseen, .skip, svg')
		);
		const over = shown.filter((element) => {
			const { left, right } = element.getBoundingClientRect();
			return (right > innerWidth + 1 || left < -1) && !scrolls(element.parentElement);
		});
		const cut = shown.filter((element) => {
			if (!element.matches('h1, h2, h3, legend, .name, .title, .value, .note')) return false;
			const { display, overflowY } = getComputedStyle(element);
			if (display === 'inline') return false;
			// What a fingertip needs beyond the line of text stands over it, and is cut by nothing.
			const isLow = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 4;
			return isLow || element.scrollWidth > element.clientWidth + 1;
		});
		const { scrollWidth } = document.documentElement;
		return { over: [...(scrollWidth > innerWidth ? ['the page'] : []), ...over.map(say)], cut: cut.map(say) };
	});
	expect.soft(over, `${what} is wider than the screen`).toEqual([]);
	expect.soft(cut, `${what} cuts names`).toEqual([]);
}

const screens = {
	today: ['/', 'h3'],
	people: ['/people', 'a[data-person]'],
	timeline: ['/timeline', 'article'],
	settings: ['/settings', '#devices h2'],
	circles: ['/circles', 'h2.name'],
	trash: ['/trash', '.name'],
	import: ['/import', 'h2'],
	welcome: ['/welcome', 'h1'],
	add: [`/people?add=${unbroken}`, '[role=dialog]'],
	log: [`/?log=call with @${unbroken} ${unbroken} about ${unbroken}`, 'fieldset']
} as const;

for (const locale of ['en-GB', 'fr-FR']) {
	for (const width of [320, 390]) {
		test.describe(`in ${locale}, ${width} px wide`, () => {
			test.use({ locale, viewport: { width, height: 844 } });

			test('names without end, thirty addresses and 2,000 moments fit every screen', async ({ page }) => {
				test.slow();
				await openCrowd(page);
				for (const [what, [path, mark]] of Object.entries(screens)) {
					await page.goto(path);
					await expect(page.locator(mark).filter({ visible: true }).first()).toBeVisible();
					await expectToFit(page, what);
				}

				await page.goto('/people');
				await page
					.getByRole('main')
					.getByRole('link', { name: `${unbroken} ${unbroken}` })
					.click();
				await expect(page.locator('#told')).toBeVisible();
				await expectToFit(page, 'person');
				const dialog = page.getByRole('dialog');
				await page.keyboard.press('Control+k');
				await expect(dialog.getByRole('combobox')).toBeFocused();
				await page.keyboard.type(unbroken.slice(0, 6));
				await expect(dialog.getByRole('option', { name: `${unbroken} ${unbroken}` }).first()).toBeVisible();
				await expectToFit(page, 'palette');
				await page.keyboard.press('Escape');
				await expect(dialog).toBeHidden();
				const menu = page.locator('article').first().getByRole('button').last();
				await choose(page, menu, locale === 'fr-FR' ? 'Modifier' : 'Edit');
				await expect(dialog).toBeVisible();
				await expectToFit(page, 'editor');
			});
		});
	}
}
