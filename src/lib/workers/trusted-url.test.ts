import { describe, expect, it } from 'vitest';
import { ownScriptUrl } from './trusted-url';

const root = 'https://example.org/kith/';

describe('ownScriptUrl', () => {
	it('gives the absolute address of a script below the app', () => {
		expect(ownScriptUrl('./service-worker.js', root)).toBe('https://example.org/kith/service-worker.js');
		expect(ownScriptUrl('/kith/_app/immutable/w.js', root)).toBe('https://example.org/kith/_app/immutable/w.js');
	});

	it.each([
		'https://elsewhere.example/kith/w.js',
		'//elsewhere.example/kith/w.js',
		'/other-app/w.js',
		'../w.js',
		'https://example.org/kithling/w.js',
		'javascript:alert(1)',
		'data:text/javascript,alert(1)',
		'blob:https://example.org/kith/1'
	])('refuses %s', (url) => {
		expect(() => ownScriptUrl(url, root)).toThrow('Not a script of this app');
	});
});
