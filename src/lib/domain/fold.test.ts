import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from './fold';

it.each([
	['  Ana   Silva ', 'ana silva'],
	['ÉLODIE\u00a0Lefèvre', 'elodie lefevre'],
	['E\u0301lodie', 'elodie'],
	['Straße', 'strasse'],
	['GROẞ', 'gross'],
	['Œuvre Ærø Łódź Đặng Þór', 'oeuvre aero lodz dang thor'],
	['İstanbul ısı', 'istanbul isi'],
	['O’Brien', "o'brien"],
	['Ωμέγας', 'ωμεγασ'],
	['Ёлка', 'елка'],
	['김민수', '김민수'],
	['サクラ', 'さくら'],
	['अमित', 'अमित'],
	['دِيمَا', 'ديما'],
	['Ａｎａ ﬁn', 'ana fin'],
	['a\u200bb', 'ab']
])('%j compares as %j', (text, folded) => {
	expect(fold(text)).toBe(folded);
});

it('folds once and for all, and leaves no space at the ends or doubled', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const folded = fold(text);
			expect(fold(folded)).toBe(folded);
			expect(folded).not.toMatch(/^\s|\s$|\s\s/);
		})
	);
});
