/**
 * Throws an `Error` whose message tells what is wrong, as all of these do.
 * @param {string} text
 */
export function parsePort(text) {
	const port = Number(text);
	if (text === '' || !Number.isInteger(port) || port < 0 || port > 65535)
		throw new Error(`--port takes 0 to 65535, not ${text}`);
	return port;
}

/** @param {string} text */
export function parseOrigin(text) {
	if (text === '*') return text;
	if (!URL.canParse(text) || new URL(text).origin !== text)
		throw new Error(`An origin is * or looks like https://kith.example, not ${text}`);
	return text;
}

/**
 * @param {string | undefined} text
 * @returns {{ password?: string }} nothing when there is none
 */
export function parsePassword(text) {
	if (text === undefined || text === '') return {};
	if (Buffer.byteLength(text) > 256) throw new Error('A password has at most 256 bytes');
	return { password: text };
}
