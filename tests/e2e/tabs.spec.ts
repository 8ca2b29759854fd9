import { expect, test } from './support/app';
import { addContact, goTo, lines, openPerson, saved, startEmpty } from './support/verbs';

test('what is done in one tab shows in the other at once', async ({ page, context }) => {
	await startEmpty(page);
	const other = await context.newPage();
	await other.goto('/people');
	await expect(other.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();

	await addContact(page, { first: 'Ana', last: 'Silva' });
	await expect(lines(other)).toHaveText([/Ana Silva/]);
	await addContact(other, { first: 'Tom', last: 'Hughes' });
	await expect(lines(page)).toHaveText([/Tom Hughes/, /Ana Silva/]);
});

test('five tabs that write at once lose nothing', async ({ page, context }) => {
	test.slow();
	await startEmpty(page);
	const tabs = [page];
	while (tabs.length < 5) {
		const tab = await context.newPage();
		await tab.goto('/people');
		await expect(tab.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
		tabs.push(tab);
	}
	const names = tabs.map((_, index) => ['Anna', 'Boris', 'Clara', 'David', 'Emma'][index] ?? '');
	await Promise.all(tabs.map((tab, index) => addContact(tab, { first: names[index] ?? '' })));
	for (const tab of tabs) await expect(lines(tab)).toHaveText(names.map((name) => new RegExp(name)));

	await Promise.all(tabs.map((tab) => saved(tab)));
	await Promise.all(tabs.slice(1).map((tab) => tab.close()));
	await page.reload();
	await expect(lines(page)).toHaveText(names.map((name) => new RegExp(name)));
	await openPerson(page, 'Emma');
	await goTo(page, 'Today');
});

test('a line keeps the focus when another tab adds someone above it', async ({ context, page }) => {
	await startEmpty(page);
	for (const first of ['Boris', 'Clara', 'David']) await addContact(page, { first });
	await goTo(page, 'People');
	const clara = lines(page).filter({ hasText: 'Clara' });
	await clara.focus();
	const other = await context.newPage();
	await other.goto('/people');
	await addContact(other, { first: 'Anna' });
	await expect(lines(page)).toHaveText([/Anna/, /Boris/, /Clara/, /David/]);
	await expect(clara).toBeFocused();
});
