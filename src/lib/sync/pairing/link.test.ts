import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemRandom, toBase64Url } from '../trust/bytes';
import { createAgreeingPair, exportPublic } from '../trust/identity';
import { enterByLink } from './invitations';
import { formatLink, meetingOfLink, parseLink, type Invitation } from './link';

const create = async (): Promise<Invitation> => ({
	key: await exportPublic((await createAgreeingPair()).publicKey),
	secret: systemRandom(16),
	expiresAt: 1_800_000_000_000
});
const refused = (word: string) => ({ kind: 'refused', word });

it('P3 brings key, secret and expiry in the fragment, which no server is sent', async () => {
	const invitation = await create();
	const link = formatLink('https://kith.example/app/?x=1#old', invitation);
	const url = new URL(link);
	expect(url.pathname + url.search).toBe('/app/?x=1');
	expect(link.length - 'https://kith.example/app/?x=1'.length).toBeLessThan(130);
	expect(await parseLink(link)).toEqual({ kind: 'invitation', invitation });
	expect(await parseLink(url.hash)).toEqual({ kind: 'invitation', invitation });
	expect((await meetingOfLink(invitation)).topic).not.toContain(toBase64Url(invitation.secret));
	expect(await enterByLink(link)).toMatchObject({
		kind: 'entrance',
		hostKey: invitation.key,
		expiresAt: invitation.expiresAt
	});
});

it('P3 is nothing else, and a newer one says so', async () => {
	const bytes = (...some: number[]) => toBase64Url(new Uint8Array(some));
	for (const text of [
		'',
		'https://kith.example/',
		'#kith-pair',
		'#kith-pair=',
		'#kith-pair=?',
		`#other=${bytes(1)}`,
		`x#y#kith-pair=${bytes(1)}`
	]) {
		expect(await parseLink(text)).toEqual(refused('not-kith'));
	}
	expect(await parseLink(`#kith-pair=${bytes(2, 3, 4)}`)).toEqual(refused('version'));
	expect(await parseLink(`#kith-pair=${toBase64Url(new Uint8Array(87).fill(1))}`)).toEqual(refused('not-kith'));
	const link = formatLink('', await create());
	expect(await parseLink(`${link}A`)).toEqual(refused('not-kith'));
	expect(await parseLink('x'.repeat(3_000) + link)).toEqual(refused('not-kith'));
});

it('P3 reads whatever was scanned without harm', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ maxLength: 300 }), fc.boolean(), async (text, isMarked) => {
			expect((await parseLink((isMarked ? '#kith-pair=' : '') + text)).kind).toBe('refused');
		}),
		{ seed: 5, numRuns: 200 }
	);
});
