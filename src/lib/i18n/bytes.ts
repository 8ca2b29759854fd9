import { languageTag } from './dates';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size one can judge: "340 kB", "12 MB". */
export function formatBytes(bytes: number): string {
	const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
	const value = bytes / 1000 ** step;
	return new Intl.NumberFormat(languageTag(), {
		style: 'unit',
		unit: units[step] ?? 'byte',
		maximumFractionDigits: value < 10 && step > 1 ? 1 : 0
	}).format(value);
}
