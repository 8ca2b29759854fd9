import { ChannelClosed, type Channel } from '../channel';
import type { MeetingPoint } from '../meeting/meeting-point';
import type { Mailbox } from '../pairing/mailbox';
import type { Meeting } from '../pairing/meeting';
import { topicFromHex } from './places';

/** Between two devices whose codes were scanned. */
export const mailboxOver = (channel: Channel): Mailbox => ({
	send(bytes) {
		try {
			channel.send(bytes);
		} catch (error) {
			if (!(error instanceof ChannelClosed)) throw error;
		}
	},
	receive: (listener) => channel.watchMessages(listener)
});

/** Between two devices that know a code or a link. The meeting point gives a device its own messages, too. */
export function mailboxAt(meetingPoint: MeetingPoint, { topic: hex }: Meeting): Mailbox {
	const topic = topicFromHex(hex);
	return {
		send: (bytes) => void meetingPoint.send(topic, bytes),
		receive: (listener) => meetingPoint.listen(topic, listener)
	};
}
