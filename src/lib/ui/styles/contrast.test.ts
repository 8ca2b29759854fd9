import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';
type Rgb = readonly [number, number, number];

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const [tokens, strong] = read('./tokens.css').split('@media (prefers-contrast: more)') as [string, string];
const calm = tokens + read('../Face.svelte');

/** Linear sRGB of an oklch colour, by Björn Ottosson's matrices, clipped to the gamut as a screen does. */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
	const a = chroma * Math.cos((hue * Math.PI) / 180);
	const b = chroma * Math.sin((hue * Math.PI) / 180);
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const clip = (value: number) => Math.min(1, Math.max(0, value));
	return [
		clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
		clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
		clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
	];
}

function colour(name: string, theme: Theme, hue: number, css: string): Rgb {
	const pair = new RegExp(`--${name}: light-dark\\(oklch\\(([^;]*)\\), oklch\\(([^;]*)\\)\\);`).exec(css);
	if (!pair) throw new Error(`no --${name} is defined`);
	const [lightness = '', chroma = '', turn = ''] = (pair[theme === 'light' ? 1 : 2] ?? '').split(' ');
	return linearRgb(parseFloat(lightness) / 100, Number(chroma), turn.startsWith('var') ? hue : Number(turn));
}

function contrast(first: string, second: string, theme: Theme, hue = 0, css = calm): number {
	const luminance = (name: string, from: string) => {
		const [red, green, blue] = colour(name, theme, hue, from);
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const known = (name: string) => (css.includes(`--${name}:`) ? css : calm);
	const [dark, light] = [luminance(first, known(first)), luminance(second, known(second))].sort((a, b) => a - b) as [
		number,
		number
	];
	return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'paper-sunk', 'paper-raised', 'paper-pressed'];
const inks = ['ink', 'ink-soft', 'ink-faint', 'clay', 'leaf'];
const onFills: readonly [string, string][] = [
	['on-clay', 'clay'],
	['on-clay', 'clay-pressed'],
	['clay', 'clay-wash'],
	['leaf', 'leaf-wash'],
	['ink', 'clay-wash'],
	['ink-soft', 'clay-wash'],
	['ink', 'mark']
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	it.each(inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const)))('%s can be read on %s', (ink, paper) => {
		expect(contrast(ink, paper, theme)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(onFills)('%s can be read on %s', (ink, fill) => {
		expect(contrast(ink, fill, theme)).toBeGreaterThanOrEqual(4.5);
	});

	it('the edge of a field can be seen', () => {
		expect(contrast('line-control', 'paper', theme)).toBeGreaterThanOrEqual(3);
	});

	it('initials can be read on a face of any hue', () => {
		for (let hue = 0; hue < 360; hue += 5) {
			expect(contrast('face-ink', 'face-paper', theme, hue), `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
		}
	});

	it('all inks reach 7 : 1 for those who ask for more contrast', () => {
		for (const ink of ['ink', 'ink-soft', 'ink-faint', 'clay']) {
			expect(contrast(ink, 'paper', theme, 0, strong), ink).toBeGreaterThanOrEqual(7);
		}
	});
});
