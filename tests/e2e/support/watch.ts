import type { BrowserContext } from '@playwright/test';

/** What must not happen in any test: errors said or thrown, breaches of the policy, requests to other hosts. */
export interface Watch {
	readonly faults: readonly string[];
	/** Lets a fault pass whose text matches: for tests that provoke it. */
	allow(pattern: RegExp): void;
	/** Drops the faults so far that a test provoked and has looked at. */
	forgive(pattern: RegExp): void;
}

const isOwn = (url: string) => /^(http:\/\/127\.0\.0\.1:|blob:|data:|about:|devtools:)/.test(url);

/** Watches all pages, workers and the service worker of a context. */
export function watchContext(context: BrowserContext): Watch {
	const faults: string[] = [];
	const allowed: RegExp[] = [];
	const note = (fault: string) => {
		if (!allowed.some((pattern) => pattern.test(fault))) faults.push(fault);
	};
	context.on('request', (request) => {
		if (!isOwn(request.url())) note(`request to ${request.url()}`);
	});
	context.on('weberror', (error) => note(`thrown: ${error.error().stack ?? error.error().message}`));
	context.on('console', (message) => {
		// A breach of the Content Security Policy is said as an error, too.
		if (message.type() === 'error') note(`said: ${message.text()} (${message.location().url})`);
	});
	return {
		faults,
		allow: (pattern) => void allowed.push(pattern),
		forgive: (pattern) => void faults.splice(0, faults.length, ...faults.filter((fault) => !pattern.test(fault)))
	};
}
