import type { Clock } from '../clock';
import type { MeetingPoint } from './meeting-point';
import { connectMqtt } from './mqtt-connection';
import type { Credentials } from './packets';
import type { OpenSocket } from './socket';
import { steadyMeetingPoint } from './steady';

export interface MqttMeetingPointOptions {
	/** Makes a WebSocket to the meeting point, with the subprotocol `mqtt`. */
	readonly openSocket: OpenSocket;
	/** What the meeting point asks for, if it asks. */
	readonly credentials?: Credentials;
	readonly clock: Clock;
	/** Numbers from 0 up to 1. */
	readonly random: () => number;
}

/** Any MQTT 3.1.1 broker that speaks over WebSockets, as a meeting point. */
export function mqttMeetingPoint({
	openSocket,
	credentials = {},
	clock,
	random
}: MqttMeetingPointOptions): MeetingPoint {
	return steadyMeetingPoint(
		(topics, events) => connectMqtt({ openSocket, credentials }, randomName(random), topics, clock, events),
		clock,
		random
	);
}

/** Another one each time: it only keeps two devices apart. MQTT 3.1.1 promises room for 23 letters and digits. */
function randomName(random: () => number): string {
	return Array.from({ length: 20 }, () => Math.floor(random() * 36).toString(36)).join('');
}
