import { describe, expect, it, vi } from 'vitest';
import { reminderWith } from '../../../tests/support/people';
import type { Answer } from '$lib/storage/reminder-table';
import { applyAnswers } from './alarm-answers';

const at = Date.UTC(2026, 10, 23, 23, 30);
const answerTo = (occurrence: string, answer: Answer['answer']): Answer => ({
	answer,
	at,
	alarm: {
		kind: 'reminder',
		id: `reminder:plants@${occurrence}`,
		on: occurrence,
		time: '',
		contactId: '',
		name: '',
		reminderId: 'plants',
		title: 'Water the plants',
		occurrence,
		heading: 'Water the plants',
		body: '',
		path: ''
	}
});
const plants = reminderWith({ id: 'plants', due: '2026-11-23' });

function listen() {
	const kith = { completeReminder: vi.fn(() => Promise.resolve()), snoozeReminder: vi.fn(() => Promise.resolve()) };
	return {
		kith,
		apply: (answers: readonly Answer[], reminders = [plants]) => applyAnswers(kith, reminders, answers, 'Europe/Paris')
	};
}

describe('an answer given in a notification', () => {
	it('Done completes the occurrence that was shown, on the local day it was said', async () => {
		const { kith, apply } = listen();
		await apply([answerTo('2026-11-23', 'done')]);
		expect(kith.completeReminder).toHaveBeenCalledWith('plants', '2026-11-23', '2026-11-24');
	});

	it('Later puts it off to the day after the one on which it was said', async () => {
		const { kith, apply } = listen();
		await apply([answerTo('2026-11-23', 'later')]);
		expect(kith.snoozeReminder).toHaveBeenCalledWith('plants', '2026-11-25');
	});

	it('changes nothing that was done meanwhile, or of a reminder that is gone', async () => {
		const { kith, apply } = listen();
		await apply([answerTo('2026-11-23', 'later')], [{ ...plants, doneFor: '2026-11-23' }]);
		await apply([answerTo('2026-11-23', 'done')], []);
		expect(kith.completeReminder).not.toHaveBeenCalled();
		expect(kith.snoozeReminder).not.toHaveBeenCalled();
	});

	it('is not lost when the document cannot be changed', async () => {
		const { kith, apply } = listen();
		kith.completeReminder.mockRejectedValue(new Error('disk full'));
		await expect(apply([answerTo('2026-11-23', 'done')])).rejects.toThrow('disk full');
	});
});
