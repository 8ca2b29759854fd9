/** People at the edge of what a screen can hold: names, tags and notes without end, thirty addresses, 2,000 moments. */
import type { ContactDraft } from '$lib/domain/contact';
import type { InteractionDraft } from '$lib/domain/interaction';
import { openKith } from '$lib/app';
import { memoryHistory } from '$lib/app/history';
import { defaultSettings } from '$lib/domain/settings';
import { memoryLog } from '$lib/storage/memory-log';
import { newId } from '$lib/workers/new-id';

/** 63 letters, and nowhere to break. */
export const unbroken = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissen';
export const manyWords = 'María de los Ángeles Guadalupe Fernández de Córdoba y Álvarez de las Asturias Bohorques';
const word = unbroken.toLowerCase();
const moments = 2000;

const days = (today: Date, back: number) => new Date(today.getTime() - back * 86_400_000).toISOString().slice(0, 10);

function crowded(today: Date): ContactDraft {
	return {
		given: unbroken,
		family: unbroken,
		nickname: unbroken,
		title: word,
		organization: word,
		circle: 'inner',
		favourite: 'yes',
		birthday: `1980${days(today, -3).slice(4)}`,
		notes: `https://example.org/${word}/${word}\n\n\`${word}${word}\`\n\n- ${word}`,
		emails: Array.from({ length: 30 }, (_, at) => ({
			label: 'work',
			value: `${word}${at}@example.org`,
			preferred: !at
		})),
		phones: [{ label: word, value: '+49 30 1234567890 ext. 123456789012345678901234567890', preferred: true }],
		websites: [{ label: 'home', value: `https://example.org/${word}` }],
		tags: [{ name: word }, { name: `${word} and again ${word}` }],
		dates: [{ label: word, date: days(today, -5).slice(4).replace('-', '--') }],
		nextTime: [
			{ text: word + word, done: false },
			{ text: `${manyWords} ${manyWords}`, done: true }
		]
	};
}

function moment(today: Date, at: number): InteractionDraft {
	return {
		contactIds: at % 7 ? ['0'] : ['0', '1', '2'],
		kind: at % 50 ? 'call' : word,
		when: days(today, 30 + at),
		note: at % 3 ? `${word} ${manyWords}` : word + word,
		place: at % 5 ? '' : word,
		initiator: 'them',
		direction: 'out',
		duration: 125
	};
}

/** All of it as a file that the app opens. */
export async function crowdedFile(today = new Date()): Promise<Buffer> {
	const kith = openKith({
		log: await memoryLog(),
		derived: null,
		history: memoryHistory(),
		replica: 'crowd',
		now: () => today.getTime(),
		newId,
		pause: () => Promise.resolve()
	});
	const circles = defaultSettings.circles.map((circle) => ({ ...circle, name: word }));
	await kith.editSettings({ ownKinds: [word], countingKinds: [...defaultSettings.countingKinds, word], circles });
	const gone = await kith.addContact({ given: unbroken, family: manyWords });
	await kith.remove('contact', [gone]);
	const contacts = [crowded(today), { given: manyWords, circle: 'inner' }, { given: unbroken, family: manyWords }];
	await kith.bringIn(
		{
			contacts,
			interactions: Array.from({ length: moments }, (_, at) => moment(today, at)),
			reminders: [
				{ title: word + word, contactId: '0', due: days(today, 2), time: '', leadDays: 0, repeat: null },
				{ title: manyWords, contactId: '1', due: days(today, 1), time: '09:00', leadDays: 0, repeat: null }
			]
		},
		'crowd',
		() => {}
	);
	return Buffer.from(await kith.exportDocument());
}
