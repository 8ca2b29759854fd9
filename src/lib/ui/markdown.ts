import { Lexer, type Token, type Tokens } from 'marked';
import type { ContactId } from '$lib/domain/contact';
import { readMention, withNamesOnly } from '$lib/domain/mentions/mentions';

/** What notes may be made of. Everything else (HTML, images, tables) is shown as the text it was written as. */
export type Inline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'code'; readonly text: string }
	| { readonly type: 'break' }
	| { readonly type: 'strong' | 'em' | 'del'; readonly inside: readonly Inline[] }
	| { readonly type: 'link'; readonly href: string; readonly inside: readonly Inline[] }
	| { readonly type: 'mention'; readonly id: ContactId; readonly name: string };

export type Block =
	| { readonly type: 'paragraph' | 'heading'; readonly inside: readonly Inline[] }
	| { readonly type: 'code'; readonly text: string }
	| { readonly type: 'quote'; readonly blocks: readonly Block[] }
	| { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly Item[] }
	| { readonly type: 'rule' };

export interface Item {
	/** Null for an item that is no task. */
	readonly done: boolean | null;
	readonly blocks: readonly Block[];
}

/** Line ends are kept as written: in a note, Enter means a new line. */
export const parseMarkdown = (text: string): readonly Block[] =>
	new Lexer({ gfm: true, breaks: true }).lex(text).flatMap(toBlock);

function toBlock(token: Token): readonly Block[] {
	switch (token.type) {
		case 'paragraph':
		case 'heading':
			return [{ type: token.type, inside: toInlines(token.tokens) }];
		case 'text':
			return [{ type: 'paragraph', inside: token.tokens ? toInlines(token.tokens) : [asWritten(token)] }];
		case 'code':
			return [{ type: 'code', text: withNamesOnly((token as Tokens.Code).text) }];
		case 'blockquote':
			return [{ type: 'quote', blocks: (token.tokens ?? []).flatMap(toBlock) }];
		case 'list':
			return [toList(token as Tokens.List)];
		case 'hr':
			return [{ type: 'rule' }];
		case 'space':
		case 'def':
		case 'checkbox':
			return [];
		default:
			return [{ type: 'paragraph', inside: [asWritten(token)] }];
	}
}

const toList = (list: Tokens.List): Block => ({
	type: 'list',
	ordered: list.ordered,
	start: Number(list.start) || 1,
	items: list.items.map((item) => ({
		done: item.task ? Boolean(item.checked) : null,
		blocks: item.tokens.flatMap(toBlock)
	}))
});

const toInlines = (tokens: readonly Token[] | undefined): readonly Inline[] => (tokens ?? []).map(toInline);

function toInline(token: Token): Inline {
	switch (token.type) {
		case 'strong':
		case 'em':
		case 'del':
			return { type: token.type, inside: toInlines(token.tokens) };
		case 'codespan':
			return { type: 'code', text: withNamesOnly((token as Tokens.Codespan).text) };
		case 'br':
			return { type: 'break' };
		case 'link': {
			const mention = readMention(token.raw);
			if (mention) return { type: 'mention', id: mention.id, name: mention.name };
			const href = safeHref((token as Tokens.Link).href);
			return href ? { type: 'link', href, inside: toInlines(token.tokens) } : asWritten(token);
		}
		case 'escape':
		case 'text':
			return { type: 'text', text: (token as Tokens.Text).text };
		default:
			return asWritten(token);
	}
}

const asWritten = ({ raw }: Token): Inline => ({ type: 'text', text: withNamesOnly(raw) });

/** Empty for anything but the web and mail: `javascript:` and `data:` never become a link. */
function safeHref(href: string): string {
	const url = URL.canParse(href) ? new URL(href) : null;
	return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : '';
}
