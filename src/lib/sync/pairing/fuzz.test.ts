import { expect, it } from 'vitest';
import { systemRandom, type Bytes } from '../trust/bytes';
import { createCodeInvitation, createLinkInvitation, enterByCode, enterByLink } from './invitations';
import type { Fate } from './mailbox';
import { createWorld } from './test-world';

/** Mulberry32: numbers from 0 to 1 that a seed repeats. */
function chanceOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** One meeting over a mailbox that drops up to 30 %, repeats, delays by up to 3 s, replays, changes and invents. */
async function meet(seed: number): Promise<string> {
	const chance = chanceOf(seed);
	const [loss, repeats, longest] = [chance() * 0.3, chance() * 0.5, 20 + chance() * 3_000];
	const senders = [chanceOf(seed * 31 + 1), chanceOf(seed * 31 + 2)];
	const sent: Bytes[][] = [[], []];
	const fate: Fate = (bytes, from) => {
		const own = senders[from] ?? chance;
		sent[from]?.push(bytes);
		const copies = own() < loss ? 0 : own() < repeats ? 3 : 1;
		return Array.from({ length: copies }, () => own() * longest);
	};
	const world = await createWorld(fate);
	const isLink = chance() < 0.5;
	const now = world.clock.now();
	const link = await createLinkInvitation('https://kith.example/', systemRandom, now);
	const code = await createCodeInvitation(systemRandom, now);
	const host = await world.host(isLink ? link : code);
	const guest = await world.guest(isLink ? await enterByLink(link.link) : await enterByCode(code.code));
	const [answer, when] = [chance(), 2_000 + chance() * 20_000];
	const isOver = () => [host, guest].every((side) => ['paired', 'refused'].includes(side.state().kind));

	let hasSaidYes = false;
	for (let passed = 0; passed < 9 * 60_000 && !isOver(); passed += 500) {
		const log = sent[chance() < 0.5 ? 0 : 1] ?? [];
		const old = log[Math.floor(chance() * log.length)]?.slice();
		if (old && chance() < 0.5) old[Math.floor(chance() * old.length)] = Math.floor(chance() * 256);
		world.post.invent(old ?? systemRandom(Math.floor(chance() * 300)));
		if (passed >= when) {
			if (answer < 0.7) {
				hasSaidYes ||= host.state().kind === 'asking';
				host.confirm();
			} else if (answer < 0.8) host.decline();
			else if (answer < 0.9) host.close();
			else guest.close();
		}
		await world.pass(500);
	}

	const [here, there] = [host.state(), guest.state()];
	expect(isOver(), `seed ${seed} ended`).toBe(true);
	expect(here.kind, `seed ${seed}: both alike`).toBe(there.kind);
	const kept = await world.stores[0]?.readGroup();
	if (here.kind === 'paired' && there.kind === 'paired') {
		expect(hasSaidYes).toBe(true);
		expect(there.digits).toBe(here.digits);
		expect(there.group.view()).toEqual(world.phone.view());
		return 'paired';
	}
	expect(kept).toBeNull();
	if (!hasSaidYes) expect(world.phone.view().members.size).toBe(1);
	return here.kind === 'refused' ? here.word : here.kind;
}

it(
	'P19 over a bad mailbox two devices both pair with the same digits, or are both refused in a word',
	{ timeout: 300_000 },
	async () => {
		const endings = new Map<string, number>();
		for (let seed = 1; seed <= 120; seed++) {
			const ending = await meet(seed);
			endings.set(ending, (endings.get(ending) ?? 0) + 1);
		}
		expect(endings.get('paired')).toBeGreaterThan(40);
		expect(endings.get('declined')).toBeGreaterThan(0);
		expect(endings.get('closed')).toBeGreaterThan(0);
	}
);
