/** The part of a WebSocket that is used: one from a page, a worker or Node will do. */
export type Socket = Pick<
	WebSocket,
	'binaryType' | 'bufferedAmount' | 'onopen' | 'onmessage' | 'onclose' | 'onerror' | 'send' | 'close'
>;

/** Begins to connect, with the subprotocol `mqtt`. What it throws counts as "nobody answers". */
export type OpenSocket = () => Socket;
