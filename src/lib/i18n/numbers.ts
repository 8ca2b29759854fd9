import { languageTag } from './dates';

/** "1,248". */
export const formatNumber = (value: number): string => new Intl.NumberFormat(languageTag()).format(value);

/** "45%", of 0.45. */
export const formatPercent = (share: number): string =>
	new Intl.NumberFormat(languageTag(), { style: 'percent' }).format(share);
