/** A gap between contacts as one speaks of it ("every 2 weeks"), to be worded by a message that selects on `unit`. */
export interface Cadence {
	readonly unit: 'day' | 'week' | 'month' | 'year';
	readonly n: number;
}

/** The unit that says it roundest: 14 days are 2 weeks, 30 and 31 one month, 365 one year. */
export function cadenceOf(days: number): Cadence {
	const years = Math.round(days / 365);
	if (years > 0 && Math.abs(days - years * 365) <= years * 5) return { unit: 'year', n: years };
	if (days % 7 === 0 && days < 56) return { unit: 'week', n: days / 7 };
	const months = Math.round(days / 30.44);
	if (months > 0 && Math.abs(days - months * 30.44) <= 3) return { unit: 'month', n: months };
	if (days >= 21) return { unit: 'week', n: Math.round(days / 7) };
	return { unit: 'day', n: days };
}
