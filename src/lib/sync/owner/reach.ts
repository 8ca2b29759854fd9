import type { Clock } from '../clock';
import type { MeetingPoint } from '../meeting/meeting-point';

/** A meeting point that does not answer by then is not waited for; it may still come. */
const limitMs = 10_000;

/** Opens it; false when it asks for another password, or is not reached in time. */
export function isReached(meetingPoint: MeetingPoint, clock: Clock): Promise<boolean> {
	return new Promise((resolve) => {
		const forget = clock.after(limitMs, () => resolve(false));
		const tell = (reached: boolean) => () => {
			forget();
			resolve(reached);
		};
		meetingPoint.open().then(tell(true), tell(false));
	});
}
