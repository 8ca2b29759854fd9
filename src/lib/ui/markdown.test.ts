import { describe, expect, it } from 'vitest';
import { parseMarkdown, type Block } from './markdown';

const textOf = (value: unknown): string => JSON.stringify(value);

describe('notes', () => {
	it('are paragraphs in which Enter means a new line', () => {
		expect(parseMarkdown('Met **Tom**\nat *work*')).toEqual([
			{
				type: 'paragraph',
				inside: [
					{ type: 'text', text: 'Met ' },
					{ type: 'strong', inside: [{ type: 'text', text: 'Tom' }] },
					{ type: 'break' },
					{ type: 'text', text: 'at ' },
					{ type: 'em', inside: [{ type: 'text', text: 'work' }] }
				]
			}
		]);
	});

	it('may hold lists with tasks, quotes and code', () => {
		const blocks = parseMarkdown('3. [x] call\n4. write\n\n> “yes”\n\n```\na < b\n```');
		expect(blocks.map((block) => block.type)).toEqual(['list', 'quote', 'code']);
		const list = blocks[0] as Extract<Block, { type: 'list' }>;
		expect([list.ordered, list.start, list.items.map((item) => item.done)]).toEqual([true, 3, [true, null]]);
		expect(blocks[2]).toEqual({ type: 'code', text: 'a < b' });
	});

	it('link to the web and mail', () => {
		expect(textOf(parseMarkdown('[site](https://example.org/a?b=1) and ana@example.org'))).toContain(
			'"href":"https://example.org/a?b=1"'
		);
		expect(textOf(parseMarkdown('ana@example.org'))).toContain('"href":"mailto:ana@example.org"');
	});

	it.each([
		'[x](javascript:alert(1))',
		'[x](JaVaScRiPt:alert(1))',
		'[x](data:text/html,<script>alert(1)</script>)',
		'[x](vbscript:x)',
		'[x](//evil.example)'
	])('%s is no link', (text) => {
		expect(textOf(parseMarkdown(text))).not.toContain('"href"');
	});

	it('mention people, by nothing but the very form of a mention', () => {
		const mention = { type: 'mention', id: '01', name: 'ana@example.org' };
		expect(parseMarkdown('**with** [ana@example.org](kith:contact/01)!')).toEqual([
			{
				type: 'paragraph',
				inside: [
					{ type: 'strong', inside: [{ type: 'text', text: 'with' }] },
					{ type: 'text', text: ' ' },
					mention,
					{ type: 'text', text: '!' }
				]
			}
		]);
		expect(parseMarkdown('- [*Ana*](kith:contact/01)')).toMatchObject([
			{ items: [{ blocks: [{ inside: [{ type: 'mention', name: '*Ana*' }] }] }] }
		]);
	});

	it.each([
		'[x](<kith:contact/01>)',
		'[x](kith:contact/01 "title")',
		'[x](kith:contact/01/../02)',
		'[x](kith:people)',
		'[x](KITH:contact/01)',
		'[x][ref]\n\n[ref]: kith:contact/01'
	])('%s is neither link nor mention', (text) => {
		expect(textOf(parseMarkdown(text))).not.toMatch(/"href"|"mention"/);
	});

	it('say the name alone where nothing can be a link', () => {
		for (const text of ['`[Ana](kith:contact/01)`', '    [Ana](kith:contact/01)', '| [Ana](kith:contact/01) |\n|---|'])
			expect(textOf(parseMarkdown(text))).not.toContain('kith:');
	});

	it.each([
		'<img src=x onerror=alert(1)>',
		'<b>hello</b>',
		'![alt](https://example.org/x.png)',
		'| a | b |\n|---|---|\n| 1 | 2 |'
	])('%s is shown as it was written', (text) => {
		const blocks = parseMarkdown(text);
		expect(textOf(blocks)).not.toContain('"type":"image"');
		expect(blocks.every((block) => block.type === 'paragraph')).toBe(true);
	});

	it('keep letters that HTML would escape', () => {
		expect(parseMarkdown('Tom & Ana <3 "x"')).toEqual([
			{ type: 'paragraph', inside: [{ type: 'text', text: 'Tom & Ana <3 "x"' }] }
		]);
	});
});
