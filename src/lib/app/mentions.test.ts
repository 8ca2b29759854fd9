import { expect, it } from 'vitest';
import { formatMention } from '$lib/domain/mentions/mentions';
import { happening, namedBy, openTestKith, pageOf } from './test-kith';

async function withThree() {
	const { kith, log } = await openTestKith();
	const [grace, tom, ana] = [
		await kith.addContact({ given: 'Grace' }),
		await kith.addContact({ given: 'Tom' }),
		await kith.addContact({ given: 'Ana' })
	];
	const mentionedIn = async (id: string) => {
		const { notes, interactions } = (await pageOf(kith, id)).mentionedIn;
		return { notes, interactions: interactions.map(({ note }) => note) };
	};
	return { kith, log, grace, tom, ana, mentionedIn };
}
const nowhere = { notes: [], interactions: [] };

it('a page tells in whose notes, and in what happened without them, someone is mentioned', async () => {
	const { kith, grace, tom, ana, mentionedIn } = await withThree();
	const mention = formatMention(grace, 'Grace');
	await kith.editNotes(tom, '', `met through ${mention}`);
	await kith.editNotes(grace, '', `${mention} herself`);
	await kith.log(happening([ana], { when: '2026-11-01', note: `saw ${mention} twice, ${mention}` }));
	await kith.log(happening([ana], { when: '2026-11-02', note: `about ${mention}` }));
	await kith.log(happening([ana, grace], { note: `with ${mention}` }));
	expect(await mentionedIn(grace)).toEqual({
		notes: [tom],
		interactions: [`about ${mention}`, `saw ${mention} twice, ${mention}`]
	});
	expect(await mentionedIn(tom)).toEqual(nowhere);
});

it('a mention that is taken out, or whose place went to the trash, is told no more', async () => {
	const { kith, grace, tom, ana, mentionedIn } = await withThree();
	const mention = formatMention(grace, 'Grace');
	await kith.editNotes(tom, '', mention);
	const talk = await kith.log(happening([ana], { note: mention }));
	await kith.remove('interaction', [talk]);
	expect(await mentionedIn(grace)).toEqual({ notes: [tom], interactions: [] });
	await kith.restore('interaction', [talk]);
	await kith.remove('contact', [tom, ana]);
	expect(await mentionedIn(grace)).toEqual(nowhere);
	await kith.restore('contact', [tom, ana]);
	expect(await mentionedIn(grace)).toEqual({ notes: [tom], interactions: [mention] });
	await kith.editNotes(tom, mention, '');
	await kith.editInteraction(talk, happening([ana], { note: 'nothing' }));
	expect(await mentionedIn(grace)).toEqual(nowhere);
});

it('a commit names the pages of those who are, or were, mentioned in what it changed', async () => {
	const { kith, grace, tom, ana } = await withThree();
	const mention = formatMention(grace, 'Grace');
	const pages = async (run: () => Promise<unknown>) => (await namedBy(kith, run)).map((change) => change.pages);
	expect(await pages(() => kith.editNotes(tom, '', mention))).toEqual([[tom, grace]]);
	expect(await pages(() => kith.editNotes(tom, mention, ''))).toEqual([[tom, grace]]);
	expect(await pages(() => kith.log(happening([ana], { note: mention })))).toEqual([[ana, grace]]);
});

it('mentions that were written before are known after opening', async () => {
	const { kith, log, grace, tom } = await withThree();
	await kith.editNotes(tom, '', formatMention(grace, 'Grace'));
	const { kith: again } = await openTestKith({ log });
	expect((await pageOf(again, grace)).mentionedIn.notes).toEqual([tom]);
});

it('lists and the trash tell the name alone', async () => {
	const { kith, grace, ana } = await withThree();
	const talk = await kith.log(happening([ana], { note: `about ${formatMention(grace, 'Grace')}` }));
	const { rows } = await kith.readHead();
	expect(rows.find(({ id }) => id === ana)?.last?.note).toBe('about Grace');
	await kith.remove('interaction', [talk]);
	expect((await kith.readTrash()).map(({ label }) => label)).toEqual(['about Grace']);
});
