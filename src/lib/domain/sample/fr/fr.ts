import type { SampleTexts } from '../texts';
import { close } from './close';
import { friends } from './friends';
import { inner } from './inner';
import { others } from './others';
import { reminders } from './reminders';
import { smallTalk } from './small-talk';
import { together } from './together';
import { typeset, typesetAll } from './typeset';

export const fr: SampleTexts = {
	people: typesetAll({ ...inner, ...close, ...friends, ...others }),
	smallTalk: typesetAll(smallTalk),
	together: typeset(together),
	reminders: typeset(reminders),
	homes: {
		home: {
			city: 'Nantes',
			country: 'FR',
			streets: ['rue de la Colline', 'quai du Canal', 'rue des Halles', 'allée du Moulin']
		},
		away: { city: 'Quimper', country: 'FR', streets: ['rue du Port', 'chemin des Vergers'] }
	},
	cities: { Gothenburg: 'Göteborg', 'Cape Town': 'Le Cap' },
	she: 'elle',
	he: 'il',
	they: 'iel'
};
