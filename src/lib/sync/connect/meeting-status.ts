import type { MeetingState } from '../meeting/meeting-point';

/** Where devices are introduced, as the owner is told. `none`: no meeting point is known here. */
export type MeetingStatus = 'none' | 'connecting' | 'open' | 'unreachable' | 'refused';

export function meetingStatusOf(state: MeetingState | null): MeetingStatus {
	if (!state) return 'none';
	return state.status === 'closed' || state.status === 'waiting' ? 'unreachable' : state.status;
}
