/** Whether a text names a STUN or TURN server as browsers take it: `stun:host`, `turns:host:443?transport=tcp`. */
export const isServerAddress = (text: string): boolean =>
	/^(stuns?|turns?):([a-z\d._-]+|\[[\da-f:.]+\])(:\d{1,5})?(\?transport=(udp|tcp))?$/i.test(text);

export const isTurn = (text: string): boolean => /^turns?:/i.test(text);
