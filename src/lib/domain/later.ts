import type { Day } from './date';
import { addDays } from './days';

/** Until when *Later* in a notification puts a reminder off. */
export const laterDay = (today: Day): Day => addDays(today, 1);
