import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { completeName } from '../sentence/complete-name';
import { peopleIndex } from '../sentence/people-index';
import { personNamed } from '../sentence/test-reading';
import { MentionTyping } from './mention-typing';
import { formatMention } from './mentions';

const people = [
	personNamed('1', { given: 'Ana', family: 'Silva' }),
	personNamed('2', { given: 'Ana', family: 'Silva' }),
	personNamed('3', { given: 'Mum' }),
	personNamed('4', { given: 'Mumtaz' })
];
const index = peopleIndex(people);
const nameOf = (id: string) => people.find((one) => one.id === id)?.name;
const mention = (id: string, name = nameOf(id) ?? '') => formatMention(id, name);

/** A field in which one types: `|` is the caret. */
class Field {
	readonly typing = new MentionTyping(nameOf);
	constructor(public text: string) {}
	get shown() {
		return this.typing.shown(this.text);
	}
	type(typed: string) {
		const caret = typed.indexOf('|');
		this.text = this.typing.typed(this.text, typed.replace('|', ''), caret);
		expect(this.shown).toBe(typed.replace('|', ''));
	}
	offers(caret = this.shown.length) {
		const complete = (shown: string, at: number) => completeName(shown, at, index);
		return this.typing.completion(this.text, caret, complete)?.candidates.map(({ name }) => name) ?? [];
	}
}

describe('a text with mentions, typed', () => {
	let field: Field;
	beforeEach(() => (field = new Field(`with ${mention('1')} and ${mention('3')}`)));

	it('is shown with names, the present ones, and the old one of someone who is gone', () => {
		expect(new Field(`${mention('1', 'Ana Old')}, ${mention('9', 'Zoe')}`).shown).toBe('@Ana Silva, @Zoe');
	});

	it('keeps mentions as they lie while something is typed around them', () => {
		field = new Field(`with ${mention('1', 'Ana Old')}`);
		field.type('tea with| @Ana Silva');
		field.type('tea with @Ana Silva.|');
		expect(field.text).toBe(`tea with ${mention('1', 'Ana Old')}.`);
	});

	it('has letters where a mention was typed into, and the mention again once that is undone', () => {
		field.type('with @Ana Silv| and @Mum');
		expect(field.text).toBe(`with @Ana Silv and ${mention('3')}`);
		field.type('with @Ana Silva| and @Mum');
		expect(field.text).toBe(`with ${mention('1')} and ${mention('3')}`);
	});

	it('has the mention again where it was cut and pasted', () => {
		field.type('with| and @Mum');
		field.type('with and @Mum, @Ana Silva|');
		expect(field.text).toBe(`with and ${mention('3')}, ${mention('1')}`);
	});

	it('does not take a longer name for a shorter one that it begins with', () => {
		field.type('with @Ana Silva and @Mumt|');
		expect(field.text).toBe(`with ${mention('1')} and @Mumt`);
		field.type("with @Ana Silva and @Mum's|");
		expect(field.text).toBe(`with ${mention('1')} and ${mention('3')}'s`);
	});

	it('tells two of one name apart', () => {
		field = new Field(`${mention('1')} ${mention('2')}`);
		field.type('|@Ana Silva');
		expect(field.text).toBe(mention('2'));
	});

	it('mentions who was chosen in place of what was typed, whatever it looked like', () => {
		field.type('with @Ana Silva and @Mumt|');
		const { text, caret } = field.typing.mentioned(field.text, { from: 20, to: 25 }, { id: '4', name: 'Mumtaz' });
		field.text = text;
		expect([text, caret]).toEqual([`with ${mention('1')} and ${mention('4')} `, 28]);
		expect(field.shown.slice(0, caret)).toBe('with @Ana Silva and @Mumtaz ');
	});

	it('offers names while one is typed, and not once it is settled', () => {
		field.type('with @Ana Silva and @Mu|');
		expect(field.offers()).toEqual(['Mum', 'Mumtaz']);
		field.type('with @Ana Silva and @Mum|');
		expect(field.offers()).toEqual(['Mum', 'Mumtaz']);
		field.type('with @Ana Silva and @Mum.|');
		expect(field.offers()).toEqual([]);
		field = new Field(mention('4'));
		expect(field.offers()).toEqual([]);
	});

	it('always shows exactly what was typed', () => {
		const part = fc.constantFrom(
			'@',
			'Ana',
			' ',
			'Silva',
			'Mum',
			'\n',
			'.',
			'é',
			mention('1'),
			mention('3'),
			'[',
			']('
		);
		const parts = fc.array(part, { maxLength: 8 }).map((all) => all.join(''));
		const letters = fc.array(fc.constantFrom('@', 'Ana', ' ', 'Silva', 'Mum', 'x', '\n'), { maxLength: 4 });
		fc.assert(
			fc.property(parts, fc.nat(), fc.nat(), letters, (text, a, b, inserted) => {
				field = new Field(text);
				const was = field.shown;
				const [from, to] = [a % (was.length + 1), b % (was.length + 1)].sort((x, y) => x - y);
				field.type(`${was.slice(0, from)}${inserted.join('')}|${was.slice(to)}`);
				field.type(`|${was}`);
			})
		);
	});
});
