import { expect, test } from './support/app';
import {
	addContact,
	choose,
	goTo,
	lines,
	log,
	openPerson,
	readFiles,
	saved,
	startWithSample,
	takeAll,
	undo,
	vcardFile
} from './support/verbs';

const stranger = `BEGIN:VCARD
VERSION:4.0
FN:Xanthippe Aardvark
EMAIL:xanthippe@quillfeather.example
URL:https://quillfeather.example/
PHOTO:https://quillfeather.example/face.png
NOTE:![](https://quillfeather.example/tracked.png) <img src="https://quillfeather.example/pixel.png">
END:VCARD`;

test('a whole run asks no other host for anything, and nothing about anyone is written to the console', async ({
	page,
	context
}) => {
	const console: string[] = [];
	const hosts = new Set<string>();
	context.on('console', (message) => console.push(message.text()));
	context.on('request', (request) => {
		const { protocol, host } = new URL(request.url());
		if (protocol.startsWith('http')) hosts.add(host);
	});

	await startWithSample(page);
	const names = await page
		.getByRole('main')
		.getByRole('article')
		.getByRole('heading')
		.getByRole('link')
		.allInnerTexts();
	expect(names).toHaveLength(3);

	await readFiles(page, vcardFile(stranger));
	await takeAll(page);
	const person = await openPerson(page, 'Xanthippe Aardvark');
	await expect(person.getByText('quillfeather.example/tracked.png')).toBeVisible();
	await expect(person.locator('img')).toHaveCount(0);
	await log(page, 'called Xanthippe Aardvark about the winter');
	await page.goto('/people?q=xanthipe');
	await expect(lines(page).first()).toContainText('Xanthippe');
	await addContact(page, { first: 'Ana', last: 'Silva', email: 'not an address' });
	await choose(
		page,
		(await openPerson(page, 'Xanthippe Aardvark')).getByRole('button', { name: 'More about this person' }),
		'Delete'
	);
	await undo(page, /in the trash/).click();
	await saved(page);

	for (const path of ['/circles', '/trash', '/import', '/welcome']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await page.goto('/');
	await goTo(page, 'Timeline');
	await goTo(page, 'Settings');

	expect([...hosts]).toEqual([new URL(page.url()).host]);
	const told = [...names, 'Xanthippe', 'quillfeather', 'winter'].filter((word) => console.join('\n').includes(word));
	expect(told, console.join('\n')).toEqual([]);
});
