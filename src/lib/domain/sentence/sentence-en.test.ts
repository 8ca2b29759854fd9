import { describe, expect, it } from 'vitest';
import { readerOf, type Reading } from './test-reading';

const sentences: readonly (readonly [string, Reading])[] = [
	[
		'yesterday: lunch with Grace and Tom about her new job',
		{ when: '2026-11-17', kind: 'meal', people: 'grace tom', note: 'her new job' }
	],
	['called Ana for 40 minutes', { kind: 'call', people: 'ana', duration: 40, initiator: 'me' }],
	[
		'Ana called me this morning about the wedding',
		{ when: '2026-11-18', kind: 'call', people: 'ana', initiator: 'them', note: 'the wedding' }
	],
	['she called me, Ana', { kind: 'call', people: 'ana', initiator: 'them' }],
	['last Friday saw Tom at Café Zola', { when: '2026-11-13', kind: 'met', people: 'tom', place: 'Café Zola' }],
	['two weeks ago coffee with Anne-Marie', { when: '~2026-11-04', kind: 'meal', people: 'anne-marie' }],
	['Met Mark on March 3rd 2025', { when: '2025-03-03', kind: 'met', people: 'mark' }],
	['May called yesterday', { when: '2026-11-17', kind: 'call', people: 'may', initiator: 'them' }],
	['Will call Will tomorrow', { when: '2026-11-19', kind: 'call', people: 'will' }],
	['May be late', { note: 'May be late' }],
	['in March: dinner with May in Paris', { when: '2026-03', kind: 'meal', people: 'may', place: 'Paris' }],
	['lunch with April', { kind: 'meal', people: 'april' }],
	['lunch with Rose and Bob Marley', { kind: 'meal', people: 'rose', unknown: 'Bob Marley' }],
	['Rose and Tom came for dinner on Sunday', { when: '2026-11-15', kind: 'meal', people: 'rose tom' }],
	[
		"texted Nana about Tom's surprise party",
		{ kind: 'message', people: 'ana', initiator: 'me', note: "Tom's surprise party" }
	],
	['got a letter from Jan van der Berg', { kind: 'letter', people: 'jan', initiator: 'them' }],
	['sent a postcard to Zoe', { kind: 'letter', people: 'zoe', initiator: 'me' }],
	['Zoé sent me an email on 3 May', { when: '2026-05-03', kind: 'mail', people: 'zoe', initiator: 'them' }],
	[
		"video call with Sean O'Brien, he is moving to Cork",
		{ kind: 'video', people: 'sean', note: 'he is moving to Cork' }
	],
	['Grace told me she is expecting', { people: 'grace', note: 'Grace told me she is expecting' }],
	['told Grace about my trip yesterday', { when: '2026-11-17', people: 'grace', note: 'told Grace about my trip' }],
	[
		"Tom's birthday party last night",
		{ when: '2026-11-17', kind: 'event', people: 'tom', note: "Tom's birthday party" }
	],
	["lunch with Tom's sister", { kind: 'meal', note: "Tom's sister" }],
	["at Tom's with Grace: cards until late", { people: 'tom grace', place: "Tom's", note: 'cards until late' }],
	[
		'wedding of Ana and Tom in June 2019',
		{ when: '2019-06', kind: 'event', people: 'ana tom', note: 'wedding of Ana and Tom' }
	],
	['lunch with grace and tom', { kind: 'meal', people: 'grace tom' }],
	['coffee with mum at home', { kind: 'meal', people: 'mum', place: 'at home' }],
	['yoga with Ana on Tuesday', { when: '2026-11-17', kind: 'Yoga', people: 'ana' }],
	['Tom invited us for dinner', { kind: 'meal', people: 'tom', initiator: 'them' }],
	['invited Ana to the movies', { kind: 'event', people: 'ana', initiator: 'me', note: 'invited Ana to the movies' }],
	['had a nice dinner with Ana last night', { when: '2026-11-17', kind: 'meal', people: 'ana' }],
	['we went to the park with Tom', { people: 'tom', note: 'we went to the park' }],
	['talked to Ana about her exam on Friday', { people: 'ana', note: 'her exam on Friday' }],
	['talked to Ana about her exam yesterday', { when: '2026-11-17', people: 'ana', note: 'her exam' }],
	['met 3 people at the conference', { kind: 'event', note: 'met 3 people at the conference' }],
	['@Grace yesterday about rent', { when: '2026-11-17', people: 'grace', note: 'rent' }],
	['lunch with @Tom and @Unknown Person', { kind: 'meal', people: 'tom', unknown: 'Unknown Person' }],
	['saw Ana an hour ago', { when: '2026-11-18T14:00', kind: 'met', people: 'ana' }],
	['about a month ago: beers with Tom', { when: '~2026-10', kind: 'meal', people: 'tom' }],
	['last summer visited Anne Marie in Lyon', { when: '~2026-07', kind: 'met', people: 'anne-marie', place: 'Lyon' }],
	['had a 20-minute call with Mark', { kind: 'call', people: 'mark', duration: 20 }],
	['whatsapp call with Grace', { kind: 'call', people: 'grace' }],
	['lunch with Tom S. and Grace', { kind: 'meal', people: 'tom grace' }],
	['saw Grace Kelly', { kind: 'met', unknown: 'Grace Kelly' }],
	['Dinner with Bob and his wife Carla', { kind: 'meal', unknown: 'Bob', note: 'his wife Carla' }],
	['Tom & Ana over for drinks on the 3rd', { when: '2026-11-03', kind: 'meal', people: 'tom ana' }],
	['called back Tom at 19:30', { when: '2026-11-18T19:30', kind: 'call', people: 'tom', initiator: 'me' }],
	['in 2019 met Zoé', { when: '2019', kind: 'met', people: 'zoe' }],
	[
		'emailed Ana: invoice for the house',
		{ kind: 'mail', people: 'ana', initiator: 'me', note: 'invoice for the house' }
	],
	[
		'lunch with Tom - his mother is ill. Ask again in May',
		{ kind: 'meal', people: 'tom', note: 'his mother is ill. Ask again in May' }
	],
	['ran into Ana at the market', { kind: 'met', people: 'ana', note: 'at the market' }],
	['phone call from Tom last week', { when: '~2026-11-11', kind: 'call', people: 'tom', initiator: 'them' }],
	['Christmas dinner with mum', { when: '2025-12-25', kind: 'meal', people: 'mum' }],
	['sat with Ana', { people: 'ana' }],
	['12/11/2026 lunch with Tom', { when: '2026-12-11', kind: 'meal', people: 'tom' }],
	["Ana's cat died", { note: "Ana's cat died" }],
	[
		'long walk with Tom this weekend, talked about politics with Grace',
		{ when: '~2026-11-14', kind: 'met', people: 'tom grace', note: 'talked about politics' }
	],
	['Mark is moving to Berlin', { people: 'mark', note: 'Mark is moving to Berlin' }],
	[
		'Ana and Tom, dinner at their place on Saturday',
		{ when: '2026-11-14', kind: 'meal', people: 'ana tom', place: 'at their place' }
	],
	[
		"caught up with Bob at Zola's about the project",
		{ kind: 'met', unknown: 'Bob', place: "Zola's", note: 'the project' }
	],
	['spoke to Zoe for half an hour', { people: 'zoe', duration: 30 }],
	['I wrote to Tom about the party', { kind: 'message', people: 'tom', initiator: 'me', note: 'the party' }],
	['Heard from Ana', { kind: 'message', people: 'ana', initiator: 'them' }],
	['Ana', { people: 'ana' }],
	['to Ana', { people: 'ana' }],
	['with', {}],
	['call with Ana re: insurance', { kind: 'call', people: 'ana', note: 'insurance' }],
	[
		'Saw mum & Zoé yesterday evening; they are fine',
		{ when: '2026-11-17', kind: 'met', people: 'mum zoe', note: 'they are fine' }
	],
	['On May 3rd lunch with May', { when: '2026-05-03', kind: 'meal', people: 'may' }],
	['Sunday: lunch with mum', { when: '2026-11-15', kind: 'meal', people: 'mum' }],
	['3/11 call Tom', { when: '2026-03-11', kind: 'call', people: 'tom' }],
	["yesterday Ana's wedding", { when: '2026-11-17', kind: 'event', people: 'ana', note: "Ana's wedding" }],
	['lunch with MAY', { kind: 'meal', people: 'may' }],
	[
		'Lunch with Grace on Friday about the trip in March',
		{ when: '2026-11-13', kind: 'meal', people: 'grace', note: 'the trip in March' }
	],
	[
		'met up with Tom, Ana and Zoé for drinks in London last Thursday at 7pm',
		{ when: '2026-11-12T19:00', kind: 'meal', people: 'tom ana zoe', place: 'London' }
	],
	['Coffee with al', { kind: 'meal', note: 'al' }],
	[
		'had coffee with Ana this morning, she got the job!',
		{ when: '2026-11-18', kind: 'meal', people: 'ana', note: 'she got the job!' }
	],
	['Dinner with Sam (from work)', { kind: 'meal', unknown: 'Sam', note: '(from work)' }]
];

describe('a sentence in English', async () => {
	const read = await readerOf('en');

	it.each(sentences)('%s', (text, reading) => {
		expect(read(text)).toEqual(reading);
	});
});
