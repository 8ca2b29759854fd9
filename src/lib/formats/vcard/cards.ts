import type { Problem } from '../imported';
import { logicalLines } from './lines';
import { parseProperty, type Property } from './property';

/** A card as written, values not yet decoded. */
export interface Card {
	readonly properties: readonly Property[];
	readonly line: number;
	/** Where in the text it ends, for progress. */
	readonly end: number;
}

/** A card in a card (AGENT) is real, and so is one in that; more is an attack. */
const deepest = 8;

const delimiter = /^\s*(BEGIN|END)\s*:\s*(\w+)\s*$/i;
const agentBegins = /^\s*(?:[\w-]+\.)?AGENT\b[^:]*:\s*(?:BEGIN\s*:\s*VCARD\s*)?$/i;

interface Open {
	readonly line: number;
	readonly properties: Property[];
	/** A card within it that is being skipped into the text of its AGENT. */
	agent: { depth: number; readonly lines: string[]; readonly property: Property } | null;
}

/** Every card of a text, each on its own: what is wrong with one never costs another. */
export function* cardsOf(text: string, report: (problem: Problem) => void): Generator<Card> {
	let open: Open | null = null;
	let outside = false;
	let end = 0;
	const closed = (): Card => {
		if (open?.agent) closeAgent(open);
		return { properties: open?.properties ?? [], line: open?.line ?? 0, end };
	};
	const unclosed = (): Card => {
		const name = open?.properties.find((property) => property.name === 'FN')?.value.trim() ?? '';
		report({ line: open?.line ?? 0, code: 'card-not-closed', params: { name } });
		return closed();
	};
	for (const { text: line, number, end: lineEnd } of logicalLines(text)) {
		end = lineEnd;
		const found = delimiter.exec(line);
		const bound = found?.[2]?.toUpperCase() === 'VCARD' ? found[1]?.toUpperCase() : '';
		if (open?.agent && (bound !== 'BEGIN' || open.agent.depth < deepest)) {
			if (bound === 'BEGIN') open.agent.depth++;
			if (bound === 'END') open.agent.depth--;
			open.agent.lines.push(line);
			if (bound === 'END' && open.agent.depth <= 0) closeAgent(open);
		} else if (bound === 'BEGIN') {
			if (open?.agent) report({ line: number, code: 'nested-too-deep' });
			const agent = open && agentOf(open);
			if (open && agent) open.agent = { depth: 1, lines: [line], property: agent };
			else {
				if (open) yield unclosed();
				open = { line: number, properties: [], agent: null };
			}
			outside = false;
		} else if (bound === 'END') {
			if (open) yield closed();
			open = null;
			outside = false;
		} else if (open) readLine(open, line, number, report);
		else if (!found && line.trim() && !outside) {
			outside = true;
			report({ line: number, code: 'text-outside', params: { text: line.trim().slice(0, 60) } });
		}
	}
	if (open) yield unclosed();
}

/** An AGENT still without its card, which is about to begin. */
const agentOf = ({ properties }: Open): Property | null => {
	const last = properties.at(-1);
	return last?.name === 'AGENT' && !last.value.trim() ? last : null;
};

function closeAgent(open: Open): void {
	if (!open.agent) return;
	const { property, lines } = open.agent;
	open.properties.splice(open.properties.indexOf(property), 1, { ...property, value: lines.join('\n') });
	open.agent = null;
}

const mayBreak = /^(?:NOTE|ADR|LABEL|COMMENT|X-NOTES?)$/;

function readLine(open: Open, line: string, number: number, report: (problem: Problem) => void): void {
	if (!line.trim()) return;
	if (agentBegins.test(line)) {
		const property: Property = { group: '', name: 'AGENT', params: [], value: '', line: number };
		open.properties.push(property);
		if (/BEGIN/i.test(line)) open.agent = { depth: 1, lines: ['BEGIN:VCARD'], property };
		return;
	}
	const property = parseProperty(line, number);
	if (property) {
		open.properties.push(property);
		return;
	}
	// A text that was broken over lines without folding them.
	const last = open.properties.pop();
	if (last) open.properties.push(mayBreak.test(last.name) ? { ...last, value: `${last.value}\n${line}` } : last);
	if (!last || !mayBreak.test(last.name))
		report({ line: number, code: 'line-not-read', params: { text: line.trim().slice(0, 60) } });
}
