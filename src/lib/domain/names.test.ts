import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	colourOf,
	displayName,
	faceColours,
	initialsOf,
	letterOf,
	nameKeysOf,
	shortNameOf,
	sortKeyOf,
	type Named
} from './names';

const sorted = (...people: readonly Named[]) => people.map(sortKeyOf).sort();

describe('a name as shown', () => {
	it('is given and family name, with what else belongs to it', () => {
		expect(displayName({ given: 'Ana', family: 'Silva' })).toBe('Ana Silva');
		expect(displayName({ given: 'Gabriel', family: 'García', secondFamily: 'Márquez' })).toBe('Gabriel García Márquez');
		expect(displayName({ prefix: 'Dr', given: 'Martin', middle: 'Luther', family: 'King', suffix: 'Jr.' })).toBe(
			'Martin Luther King Jr.'
		);
		expect(displayName({ prefix: 'Mme', family: 'Dupont' })).toBe('Mme Dupont');
	});

	it('is family name first and unspaced in Chinese, Japanese and Korean', () => {
		expect(displayName({ given: '小龙', family: '李' })).toBe('李小龙');
		expect(displayName({ given: '민수', family: '김' })).toBe('김민수');
		expect(displayName({ given: 'Yuki', family: '山田' })).toBe('Yuki 山田');
	});

	it('falls back to nickname, organisation, preferred e-mail, phone, nothing', () => {
		const phones = [{ value: '+1 555 0100' }];
		const emails = [{ value: 'a@example.org' }, { value: 'b@example.org', preferred: true }];
		expect(displayName({ nickname: 'Bibi', organization: 'Acme' })).toBe('Bibi');
		expect(displayName({ prefix: 'Dr', organization: 'Acme', phones })).toBe('Acme');
		expect(displayName({ emails, phones })).toBe('b@example.org');
		expect(displayName({ emails: [], phones })).toBe('+1 555 0100');
		expect(displayName({ given: ' ' })).toBe('');
	});

	it('is short by nickname or given name', () => {
		expect(shortNameOf({ given: 'Elizabeth', nickname: 'Liz, Lizzie' })).toBe('Liz');
		expect(shortNameOf({ given: 'Jean-Pierre', family: 'Petit' })).toBe('Jean-Pierre');
		expect(shortNameOf({ family: 'Petit', prefix: 'Mme' })).toBe('Mme Petit');
	});
});

describe('sorting', () => {
	it('goes by family name, blind to case and accents, a shorter name first', () => {
		expect(
			sorted(
				{ given: 'Émile', family: 'Zola' },
				{ given: 'Zoé' },
				{ given: 'Bea', family: 'Silva-Costa' },
				{ given: 'Ana', family: 'silva' }
			)
		).toEqual(['silva ana', 'silva-costa bea', 'zoe', 'zola emile']);
	});

	it('reads a Japanese name by its kana, in either script', () => {
		expect(sortKeyOf({ given: '太郎', family: '山田', phoneticFamily: 'ヤマダ', phoneticGiven: 'たろう' })).toBe(
			sortKeyOf({ given: 'たろう', family: 'ヤマダ' })
		);
	});

	it('passes over marks before a name', () => {
		expect(sortKeyOf({ family: '’t Hooft', given: 'Gerard' })).toBe('t hooft gerard');
		expect(sortKeyOf({ nickname: '🦊' })).toBe('!🦊');
		expect(sortKeyOf({})).toBe('');
	});

	it('keeps those under one heading together, whatever the script', () => {
		const names = [
			'Ana',
			'Émile',
			'9to5',
			'+33 1',
			'Ωmega',
			'Жанна',
			'דנה',
			'かな',
			'サクラ',
			'わた',
			'김',
			'하',
			'李',
			'王',
			'🦊',
			''
		];
		const letters = names.map((given) => letterOf(sortKeyOf({ given }))).join(' ');
		expect(letters).toBe('A E # # Ω Ж ד か さ わ ㄱ ㅎ 漢 漢 # #');
		fc.assert(
			fc.property(fc.array(fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }))), (given) => {
				const headings = given
					.map((name) => sortKeyOf({ given: name }))
					.sort()
					.map(letterOf)
					.filter((heading, at, all) => heading !== all[at - 1]);
				const scripts = headings.filter((heading) => /^[A-Z漢あ-んㄱ-ㅎ]$/.test(heading));
				expect(new Set(scripts).size).toBe(scripts.length);
			})
		);
	});
});

describe('the keys a sentence finds someone by', () => {
	it('are folded names in both orders, each alone, nicknames and the maiden name', () => {
		expect(nameKeysOf({ given: 'Zoë', family: 'Müller', nickname: 'Zo', maiden: 'Groß' })).toEqual([
			'zoe muller',
			'muller zoe',
			'zoe',
			'muller',
			'zoe gross',
			'zo',
			'zo muller'
		]);
	});

	it('are the organisation when there is no name, and none when there is nothing', () => {
		expect(nameKeysOf({ organization: 'Café Bleu' })).toEqual(['cafe bleu']);
		expect(nameKeysOf({})).toEqual([]);
	});
});

describe('a face without a photo', () => {
	it('bears the first character of the first and last word, as readers see characters', () => {
		expect(
			[
				'Ana Maria Silva',
				'élodie',
				'Émile Zola',
				'李小龙',
				'अमित शाह',
				'🧑‍🚀 Neil',
				'ana@example.org',
				'+33 6 39 98',
				''
			].map(initialsOf)
		).toEqual(['AS', 'É', 'ÉZ', '李', 'अशा', 'N', 'A', '', '']);
		expect(initialsOf('👩🏽‍🍳')).toBe('👩🏽‍🍳');
	});

	it('has a colour that all ids share evenly', () => {
		const counts = new Array<number>(faceColours).fill(0);
		for (let n = 0; n < 12_000; n++) {
			const colour = colourOf(`0000000000000000000${n}`);
			counts[colour] = (counts[colour] ?? 0) + 1;
		}
		expect(Math.min(...counts)).toBeGreaterThan(800);
		expect(Math.max(...counts)).toBeLessThan(1200);
		expect(colourOf('a')).toBe(colourOf('a'));
	});
});
