import type { MeetingStatus } from '$lib/devices';
import type { MeetingState } from '../meeting/meeting-point';

export function meetingStatusOf(state: MeetingState | null): MeetingStatus {
	if (!state) return 'none';
	return state.status === 'closed' || state.status === 'waiting' ? 'unreachable' : state.status;
}
