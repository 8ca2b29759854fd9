/** Firefox, where there is one: Debian's or Mozilla's own, driven over WebDriver BiDi. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { firefox, type Browser } from '@playwright/test';
import { pathsOf } from '../../support/chromium.js';

/** The path of a Firefox: `KITH_FIREFOX`, or one in the PATH; null where there is none. */
export function findFirefox(): string | null {
	const named = process.env.KITH_FIREFOX;
	if (named) return named;
	return pathsOf(['firefox-esr', 'firefox']).find((path) => existsSync(path)) ?? null;
}

export const launchFirefox = (path: string): Promise<Browser> =>
	firefox.launch({
		channel: 'moz-firefox',
		executablePath: join(import.meta.dirname, '../../support/firefox-relay.js'),
		env: { ...process.env, KITH_FIREFOX: path },
		firefoxUserPrefs: {
			// Names of the local network that stand for addresses are answered by nobody on a bare machine.
			'media.peerconnection.ice.obfuscate_host_addresses': false
		}
	});
