import type { Credentials } from './packets';

export interface MeetingAddress {
	/** Without user and password. */
	readonly url: string;
	readonly credentials: Credentials;
}

/** The meeting point of the host that serves the app: `location` of the page and the path the app is served under. */
export function ownMeetingAddress(
	{ protocol, host }: { protocol: string; host: string },
	base: string
): MeetingAddress {
	return { url: `${protocol === 'http:' ? 'ws' : 'wss'}://${host}${base}/meeting-point`, credentials: {} };
}

/**
 * Reads an address somebody typed: `wss://host/path`, user and password before the host if it asks for them, `wss://`
 * added where no scheme is given. Null for what is none. Unsealed `ws://` is taken for addresses of a home network:
 * what is sent is sealed anyway, but a password is not.
 */
export function parseMeetingAddress(text: string): MeetingAddress | null {
	const trimmed = text.trim();
	if (trimmed === '' || trimmed.length > 2000) return null;
	const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `wss://${trimmed}`;
	if (!URL.canParse(whole)) return null;
	const url = new URL(whole);
	const user = decoded(url.username);
	const password = decoded(url.password);
	if (!/^wss?:$/.test(url.protocol) || url.hostname === '' || user === null || password === null) return null;
	url.username = url.password = url.hash = '';
	return { url: url.href, credentials: { ...(user && { user }), ...(password && { password }) } };
}

function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
