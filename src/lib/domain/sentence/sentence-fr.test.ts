import { describe, expect, it } from 'vitest';
import { readerOf, type Reading } from './test-reading';

const sentences: readonly (readonly [string, Reading])[] = [
	['hier : déjeuner avec Grace et Tom', { when: '2026-11-17', kind: 'meal', people: 'grace tom' }],
	[
		'hier : déjeuner avec Grace et Tom au sujet de son nouveau travail',
		{ when: '2026-11-17', kind: 'meal', people: 'grace tom', note: 'son nouveau travail' }
	],
	['Avant-hier, dîner chez Tom', { when: '2026-11-16', kind: 'meal', people: 'tom', place: 'chez Tom' }],
	["j'ai appelé Ana pendant 40 minutes", { kind: 'call', people: 'ana', duration: 40, initiator: 'me' }],
	[
		"Ana m'a appelé ce matin à propos du mariage",
		{ when: '2026-11-18', kind: 'call', people: 'ana', initiator: 'them', note: 'mariage' }
	],
	["elle m'a téléphoné, Ana", { kind: 'call', people: 'ana', initiator: 'them' }],
	['vu Tom lundi dernier au Café Zola', { when: '2026-11-16', kind: 'met', people: 'tom', place: 'Café Zola' }],
	['il y a deux semaines café avec Anne-Marie', { when: '~2026-11-04', kind: 'meal', people: 'anne-marie' }],
	['croisé Zoe Léger dimanche', { when: '2026-11-15', kind: 'met', people: 'zoe' }],
	['il y a un an rencontré Mark', { when: '2025', kind: 'met', people: 'mark' }],
	['en mars, dîner avec May à Paris', { when: '2026-03', kind: 'meal', people: 'may', place: 'Paris' }],
	['reçu une lettre de Jan van der Berg', { kind: 'letter', people: 'jan', initiator: 'them' }],
	['envoyé une carte postale à Zoé le 12', { when: '2026-11-12', kind: 'letter', people: 'zoe', initiator: 'me' }],
	['message de Tom hier soir', { when: '2026-11-17', kind: 'message', people: 'tom', initiator: 'them' }],
	["visio avec Sean O'Brien : il part à Cork", { kind: 'video', people: 'sean', note: 'il part à Cork' }],
	[
		"le mariage d'Ana et Tom en juin 2019",
		{ when: '2019-06', kind: 'event', people: 'ana tom', note: "le mariage d'Ana et Tom" }
	],
	['déjeuner avec la sœur de Tom', { kind: 'meal', note: 'la sœur de Tom' }],
	['apéro avec maman', { kind: 'meal', people: 'mum' }],
	["appel d'Ana", { kind: 'call', people: 'ana', initiator: 'them' }],
	['coup de fil à Tom vendredi', { when: '2026-11-13', kind: 'call', people: 'tom', initiator: 'me' }],
	['Tom nous a invités à dîner', { kind: 'meal', people: 'tom', initiator: 'them' }],
	["l'été dernier, randonnée avec Rose", { when: '~2026-07', kind: 'met', people: 'rose' }],
	["Rose m'a parlé de son divorce", { people: 'rose', note: "Rose m'a parlé de son divorce" }],
	['téléphoné à Bernard', { kind: 'call', unknown: 'Bernard', initiator: 'me' }],
	['déjeuner avec Bernard Dupuis et Rose', { kind: 'meal', people: 'rose', unknown: 'Bernard Dupuis' }],
	['on a déjeuné avec grace et tom samedi midi', { when: '2026-11-14', kind: 'meal', people: 'grace tom' }],
	['pris un verre avec Tom à 19h30', { when: '2026-11-18T19:30', kind: 'meal', people: 'tom' }],
	['la semaine dernière resto avec Anne Marie', { when: '~2026-11-11', kind: 'meal', people: 'anne-marie' }],
	['hier soir cinéma avec Tom', { when: '2026-11-17', kind: 'event', people: 'tom', note: 'cinéma' }],
	['écrit un mail à Ana', { kind: 'mail', people: 'ana', initiator: 'me' }],
	["appel visio avec Ana d'une demi-heure", { kind: 'video', people: 'ana', duration: 30 }],
	['fête de Tom le week-end dernier', { when: '~2026-11-14', kind: 'event', people: 'tom', note: 'fête de Tom' }],
	['l’année dernière, vu Ana à Lyon', { when: '2025', kind: 'met', people: 'ana', place: 'Lyon' }],
	['aujourd’hui : café avec Zoé', { when: '2026-11-18', kind: 'meal', people: 'zoe' }],
	[
		'retrouvé Tom et Grace au parc, elle déménage',
		{ kind: 'met', people: 'tom grace', note: 'au parc, elle déménage' }
	],
	[
		'il y a 3 jours, discuté avec Ana de son nouveau poste',
		{ when: '2026-11-15', people: 'ana', note: 'son nouveau poste' }
	],
	['dîner avec Grâce', { kind: 'meal', people: 'grace' }],
	['@Tom hier : il cherche un appart', { when: '2026-11-17', people: 'tom', note: 'il cherche un appart' }],
	['vers Noël vu Maman', { when: '~2025-12-25', kind: 'met', people: 'mum' }],
	['fin août, mariage de Rose', { when: '~2026-08', kind: 'event', people: 'rose', note: 'mariage de Rose' }],
	['parlé de la maison avec Tom', { people: 'tom', note: 'parlé de la maison' }],
	['yoga avec Ana mardi', { when: '2026-11-17', kind: 'Yoga', people: 'ana' }],
	[
		'J’ai vu Ana et Zoé hier soir ; elles vont bien',
		{ when: '2026-11-17', kind: 'met', people: 'ana zoe', note: 'elles vont bien' }
	],
	['Dîner avec maman dimanche midi', { when: '2026-11-15', kind: 'meal', people: 'mum' }],
	['dimanche : déjeuner avec maman', { when: '2026-11-15', kind: 'meal', people: 'mum' }],
	['Pierre est venu dîner', { kind: 'meal', unknown: 'Pierre' }],
	['Tom et Ana sont venus dîner samedi soir', { when: '2026-11-14', kind: 'meal', people: 'tom ana' }],
	[
		'dîner chez Ana et Tom samedi dernier',
		{ when: '2026-11-14', kind: 'meal', people: 'ana tom', place: 'chez Ana et Tom' }
	],
	[
		'café avec Ana ce matin, elle a eu le poste !',
		{ when: '2026-11-18', kind: 'meal', people: 'ana', note: 'elle a eu le poste !' }
	],
	["Reçu un SMS d'Ana", { kind: 'message', people: 'ana', initiator: 'them' }],
	["j'ai écrit à Tom à propos de la fête", { kind: 'message', people: 'tom', initiator: 'me', note: 'la fête' }],
	[
		'déjeuné au restaurant avec Zoé jeudi 12 novembre',
		{ when: '2026-11-12', kind: 'meal', people: 'zoe', note: 'au restaurant' }
	],
	['appelé Maman 1h30', { kind: 'call', people: 'mum', duration: 90, initiator: 'me' }],
	['rendez-vous à 18h avec Anne-Marie', { when: '2026-11-18T18:00', kind: 'met', people: 'anne-marie' }],
	[
		'Visite chez Jan van der Berg en août 2020',
		{ when: '2020-08', kind: 'met', people: 'jan', place: 'chez Jan van der Berg' }
	],
	['le 3 mai : mariage de Zoé', { when: '2026-05-03', kind: 'event', people: 'zoe', note: 'mariage de Zoé' }],
	['vu Will à la gare', { kind: 'met', people: 'will', note: 'à la gare' }],
	['Anniversaire de Tom', { kind: 'event', people: 'tom', note: 'Anniversaire de Tom' }]
];

describe('a sentence in French', async () => {
	const read = await readerOf('fr');

	it.each(sentences)('%s', (text, reading) => {
		expect(read(text)).toEqual(reading);
	});
});
