import { languageTag } from './dates';

/** "1,248". */
export const formatNumber = (value: number): string => new Intl.NumberFormat(languageTag()).format(value);
