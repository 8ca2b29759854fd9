/**
 * Whether a page of `origin` may use this meeting point. WebSockets are not covered by CORS, so any page a browser
 * shows could open one in its visitor's name, from inside the visitor's network: a browser always says whose page it
 * is, and cannot be made to lie. What is not a browser says nothing, and could lie: it is held by the other limits.
 * @param {{ origin: string | undefined, host: string | undefined, forwardedHost: string | undefined }} request
 * @param {readonly string[]} others origins let in beside the app's own; `*` lets all in
 */
export function isOriginAllowed({ origin, host, forwardedHost }, others) {
	if (origin === undefined || others.includes('*') || others.includes(origin)) return true;
	const page = hostOf(origin);
	if (page === null) return false;
	// A proxy in front may end TLS and rename the host: schemes are not compared, and the name it was called by counts.
	return [host, forwardedHost].some((name) => name !== undefined && name.toLowerCase() === page);
}

/** @param {string} origin such as `https://kith.example`, or `null` for a page without one */
function hostOf(origin) {
	return /^https?:\/\/([^/@\s]+)$/.exec(origin.toLowerCase())?.[1] ?? null;
}
