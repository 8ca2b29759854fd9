import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import {
	addContact,
	choose,
	goTo,
	log,
	openPerson,
	said,
	saved,
	sentence,
	startEmpty,
	startWithSample,
	undo
} from './support/verbs';

const reach = (page: Page) => page.getByRole('region', { name: 'Catch up with' });
/** The card of someone to reach. */
const cardOf = (page: Page, name: string) => reach(page).getByRole('article', { name });

/** Ana, a close friend last heard of seven weeks ago. */
async function startWithAnaLongUnseen(page: Page) {
	await startEmpty(page);
	await addContact(page, { first: 'Ana', last: 'Silva', phone: '+351 21 000 0001', email: 'ana@example.org' });
	const person = await openPerson(page, 'Ana Silva');
	await person.getByLabel('Circle').selectOption('Close friends');
	await log(page, 'seven weeks ago: lunch with Ana about her move to Lyon');
}

test('people are sorted into circles card by card with the keys 1 to 5', async ({ page }) => {
	await startEmpty(page);
	for (const first of ['Ana', 'Bruno', 'Chloé']) await addContact(page, { first });
	await goTo(page, 'Today');
	await page.getByRole('link', { name: 'Sort into circles' }).click();
	const card = page.getByRole('main').getByRole('heading', { level: 2 });
	await expect(page.getByText('1 of 3')).toBeVisible();
	const order: string[] = [];
	for (const key of ['1', '3', '0']) {
		const name = (await card.textContent()) ?? '';
		order.push(name);
		await page.keyboard.press(key);
		await expect(card).not.toHaveText(name);
	}
	await expect(page.getByRole('heading', { name: 'Everyone has a place' })).toBeVisible();
	await expect(page.getByText('One person is left for another time.')).toBeVisible();
	await saved(page);
	await page.reload();
	await expect(card).toHaveText(order[2] ?? '');

	await page.keyboard.press('5');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('4');
	await page.getByRole('link', { name: 'See Today' }).click();
	for (const [at, circle] of ['inner', 'friends', 'acquaintances'].entries()) {
		const person = await openPerson(page, order[at] ?? '');
		await expect(person.getByLabel('Circle')).toHaveValue(circle);
	}
});

test('a key held down files one person only, and says how many the circle holds', async ({ page }) => {
	await startEmpty(page);
	for (const first of ['Ana', 'Bruno', 'Chloé']) await addContact(page, { first });
	await page.goto('/circles');
	await expect(page.getByText('1 of 3')).toBeVisible();
	await page.keyboard.down('1');
	await page.keyboard.down('1');
	await page.keyboard.down('1');
	await page.keyboard.up('1');
	await expect(page.getByText('2 of 3')).toBeVisible();
	await expect(page.getByText('1 of about 5', { exact: true })).toBeVisible();
});

test('Today proposes whom one has not heard of for long, with the reason, until it is logged', async ({ page }) => {
	await startWithAnaLongUnseen(page);
	await expect(cardOf(page, 'Ana Silva')).toContainText(
		'It’s been 7 weeks; you usually talk every month. Last time: her move to Lyon'
	);
	await log(page, 'called Ana');
	await expect(cardOf(page, 'Ana Silva')).toHaveCount(0);
	await page.reload();
	await expect(page.getByText(/That is everyone for today|Nobody in particular today/)).toBeVisible();
	const person = await openPerson(page, 'Ana Silva');
	await expect(person.getByText('Last contact today')).toBeVisible();
});

test('what does not count as contact leaves the time as it was', async ({ page }) => {
	await startWithAnaLongUnseen(page);
	await goTo(page, 'Settings');
	await page.getByLabel('Message', { exact: true }).uncheck();
	await log(page, 'texted Ana');
	await expect(cardOf(page, 'Ana Silva')).toContainText('It’s been 7 weeks');
});

test('Call and Message lead to the phone and the mail, and one answer afterwards logs it', async ({ page }) => {
	await startWithAnaLongUnseen(page);
	const card = cardOf(page, 'Ana Silva');
	await expect(card.getByRole('link', { name: 'Message' })).toHaveAttribute('href', 'sms:+351210000001');
	const call = card.getByRole('link', { name: 'Call' });
	await expect(call).toHaveAttribute('href', 'tel:+351210000001');
	// There is no telephone here: the link is followed as far as the page.
	await call.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
	await call.click();
	await expect(card.getByText('Did you reach Ana?')).toBeVisible();
	await card.getByRole('button', { name: 'Log the call' }).click();
	await expect(said(page, 'Logged with Ana.')).toBeVisible();
	await expect(card).toHaveCount(0);
	const person = await openPerson(page, 'Ana Silva');
	await expect(person.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
	await expect(person.getByRole('article').first()).toContainText('Call');
});

test('Later puts someone off to a day of one’s choice, Not now leaves them in peace, and both are undone', async ({
	page
}) => {
	await startWithAnaLongUnseen(page);
	const card = cardOf(page, 'Ana Silva');
	await choose(page, card.getByRole('button', { name: 'Later' }), 'Tomorrow');
	await expect(card).toHaveCount(0);
	await undo(page, 'Ana comes back tomorrow.').click();
	await expect(card).toBeVisible();
	await card.getByRole('button', { name: 'Not now' }).click();
	await expect(card).toHaveCount(0);
	await undo(page, /Ana rests until/).click();
	await expect(card).toBeVisible();
	await choose(page, card.getByRole('button', { name: 'Later' }), 'Next week');
	await expect(card).toHaveCount(0);
	await saved(page);
	await page.reload();
	await expect(page.getByText('That is everyone for today.')).toBeVisible();
});

test('Log begins a sentence about the one proposed', async ({ page }) => {
	await startWithAnaLongUnseen(page);
	await cardOf(page, 'Ana Silva').getByRole('button', { name: 'Log' }).click();
	await expect(sentence(page)).toBeFocused();
	await expect(sentence(page)).toHaveValue('@Ana Silva ');
	await page.keyboard.type('yesterday: tea');
	await page.keyboard.press('Enter');
	await expect(said(page, 'Logged with Ana.')).toBeVisible();
	await expect(cardOf(page, 'Ana Silva')).toHaveCount(0);
});

test('at most as many people a day as the owner wants, and the next are not pushed after them', async ({ page }) => {
	await startWithSample(page);
	await expect(reach(page).getByRole('article')).toHaveCount(3);
	await reach(page).getByRole('article').first().getByRole('button', { name: 'Not now' }).click();
	await expect(reach(page).getByRole('article')).toHaveCount(2);
	await goTo(page, 'Settings');
	await page.getByLabel('People a day').selectOption('5');
	await goTo(page, 'Today');
	await expect(reach(page).getByRole('article')).toHaveCount(4);
});
