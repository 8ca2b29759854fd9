/** Reads single values that any peer may have written: what is not of the expected type gives the default. */
import type { Instant } from '$lib/domain/date';

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown, fallback = 0): number =>
	typeof value === 'number' && Number.isFinite(value) ? value : fallback;

/** Whole and not negative. */
export const countOf = (value: unknown, fallback = 0): number => {
	const number = Math.floor(numberOf(value, fallback));
	return number >= 0 ? number : fallback;
};

const isText = (value: unknown): value is string => typeof value === 'string';

export const textsOf = (value: unknown): readonly string[] => {
	if (!Array.isArray(value)) return [];
	return value.every(isText) ? value : value.filter(isText);
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only a property of its own: a `__proto__` key that a peer wrote changes what is inherited, so nothing is read from there. */
export const ownOf = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
	Object.hasOwn(record, key) ? record[key] : undefined;

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback: T): T {
	return allowed.find((item) => item === value) ?? fallback;
}

/** Whether two plain values, each with its keys in a fixed order, are the same. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const lastMoment = Date.UTC(9999, 11, 31);

/** A moment that every date function can take; 0 for anything else. */
export const momentOf = (value: unknown): Instant => {
	const moment = countOf(value);
	return moment <= lastMoment ? moment : 0;
};
