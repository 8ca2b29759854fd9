import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { isTopic } from './topic.js';

/**
 * What the broker asks before it does anything: how it is told to keep nothing, and to pass on nothing but messages
 * between those who listen to one exact topic. The kinds of packets, their flags and sizes were judged before
 * (`packet-gate`); what is asked here again costs little.
 * @param {import('./limits.js').Limits} limits
 * @param {string | undefined} password asked of everyone when given; the user name does not matter
 */
export function createBrokerRules(limits, password) {
	/** @type {Map<string, number>} */
	const listeners = new Map();
	/** @type {WeakMap<import('aedes').Client, Set<string>>} */
	const topicsOf = new WeakMap();

	/**
	 * @param {import('aedes').Client} client
	 * @param {string} topic
	 */
	function leave(client, topic) {
		if (!topicsOf.get(client)?.delete(topic)) return;
		const left = (listeners.get(topic) ?? 1) - 1;
		if (left > 0) listeners.set(topic, left);
		else listeners.delete(topic);
	}

	/**
	 * Whether `client` may listen to `topic`, in which case it is counted.
	 * @param {import('aedes').Client} client
	 * @param {string} topic
	 */
	function join(client, topic) {
		if (client.closed) return false;
		const topics = topicsOf.get(client) ?? new Set();
		topicsOf.set(client, topics);
		if (topics.has(topic)) return true;
		const others = listeners.get(topic) ?? 0;
		if (topics.size >= limits.topics || others >= limits.listeners) return false;
		topics.add(topic);
		listeners.set(topic, others + 1);
		return true;
	}

	return {
		/** Topics somebody listens to. */
		topics: () => listeners.size,
		leave,
		/** @param {import('aedes').Client} client */
		leaveAll(client) {
			for (const topic of topicsOf.get(client) ?? []) leave(client, topic);
		},

		/** @type {NonNullable<import('aedes').AedesOptions['preConnect']>} */
		preConnect(_client, packet, done) {
			// MQTT 5 goes on, to be answered "unacceptable protocol version".
			const refused = packet.clean !== true || packet.will !== undefined || packet.protocolVersion === 3;
			// A name of one's own choosing could put out the device that has it, and would tell devices apart.
			packet.clientId = randomUUID();
			// How long a silence may be is ours to say (`idleMs`).
			packet.keepalive = 0;
			done(refused ? new Error('refused') : null, !refused);
		},

		/** @type {NonNullable<import('aedes').AedesOptions['authenticate']>} */
		authenticate(_client, _user, given, done) {
			done(null, password === undefined || (given !== undefined && isSame(given, password)));
		},

		/** @type {NonNullable<import('aedes').AedesOptions['authorizePublish']>} */
		authorizePublish(client, packet, done) {
			const fine = client !== null && packet.qos === 0 && !packet.retain && isTopic(packet.topic);
			done(fine ? null : new Error('refused'));
		},

		/** @type {NonNullable<import('aedes').AedesOptions['authorizeSubscribe']>} */
		authorizeSubscribe(client, subscription, done) {
			const fine = subscription.qos === 0 && isTopic(subscription.topic) && join(client, subscription.topic);
			done(null, fine ? subscription : null);
		},

		/** @type {NonNullable<import('aedes').AedesOptions['authorizeForward']>} */
		authorizeForward(_client, packet) {
			return isTopic(packet.topic) ? packet : null;
		}
	};
}

/**
 * Takes as long whatever the bytes are.
 * @param {Buffer} given
 * @param {string} wanted
 */
function isSame(given, wanted) {
	/** @param {Buffer | string} bytes */
	const digest = (bytes) => createHash('sha256').update(bytes).digest();
	return timingSafeEqual(digest(given), digest(wanted));
}
