import type { SampleTexts } from '../texts';
import { close } from './close';
import { friends } from './friends';
import { inner } from './inner';
import { others } from './others';
import { reminders } from './reminders';
import { smallTalk } from './small-talk';
import { together } from './together';

export const en: SampleTexts = {
	people: { ...inner, ...close, ...friends, ...others },
	smallTalk,
	together,
	reminders,
	homes: {
		home: { city: 'Bristol', country: 'GB', streets: ['Hill Street', 'Canal Walk', 'Cotham Road', 'Mill Lane'] },
		away: { city: 'York', country: 'GB', streets: ['Harbour View', 'Orchard Lane'] }
	},
	cities: {},
	she: 'she/her',
	he: 'he/him',
	they: 'they/them'
};
