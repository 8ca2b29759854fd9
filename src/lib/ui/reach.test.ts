import { describe, expect, it } from 'vitest';
import { callUrl, mailUrl, mapUrl, messengerUrl, numberAccounts, profileUrl, textUrl, webUrl } from './reach';

describe('one tap', () => {
	it('calls and texts the number as it was written, whatever stands between its digits', () => {
		expect(callUrl('+33 (0)6.12-34')).toBe('tel:+3361234');
		expect(textUrl('06 12 34 56 78')).toBe('sms:0612345678');
		expect(callUrl('ask Tom')).toBe('');
	});

	it('mails', () => {
		expect(mailUrl(' ana@example.org ')).toBe('mailto:ana@example.org');
		expect(mailUrl('not yet')).toBe('');
	});

	it.each([
		['whatsapp', '+33 6 12 34 56 78', 'https://wa.me/33612345678'],
		['WhatsApp', '0033612345678', 'https://wa.me/33612345678'],
		['whatsapp', '06 12 34 56 78', ''],
		['signal', '+33612345678', 'https://signal.me/#p/+33612345678'],
		['telegram', '@ana_silva', 'https://t.me/ana_silva'],
		['telegram', '+33612345678', 'https://t.me/+33612345678'],
		['matrix', '@ana:example.org', 'https://matrix.to/#/%40ana%3Aexample.org'],
		['discord', 'ana', ''],
		['signal', 'javascript:alert(1)', '']
	])('a %s account “%s” opens %s', (service, value, url) => {
		expect(messengerUrl({ service, value })).toBe(url);
	});

	it('writes by messenger to a mobile number that says its country, and to no other', () => {
		const urls = (...phones: readonly [label: string, value: string][]) =>
			numberAccounts(phones.map(([label, value]) => ({ label, value }))).map(messengerUrl);
		expect(urls(['home', '+33 1 23 45 67 89'], ['mobile', '+33 6 12 34 56 78'])).toEqual([
			'https://wa.me/33612345678',
			'https://signal.me/#p/+33612345678',
			'https://t.me/+33612345678'
		]);
		expect(urls(['', '0033612345678'])).toHaveLength(3);
		expect(urls(['mobile', '06 12 34 56 78'], ['work', '+33 1 23 45 67 89'])).toEqual([]);
	});

	it.each([
		['instagram', '@ana.silva', 'https://www.instagram.com/ana.silva'],
		['mastodon', '@ana@mastodon.example', 'https://mastodon.example/@ana'],
		['linkedin', 'https://www.linkedin.com/in/ana', 'https://www.linkedin.com/in/ana'],
		['strava', 'ana', ''],
		['constructor', 'ana', ''],
		['__proto__', 'ana', '']
	])('a %s profile “%s” opens %s', (service, value, url) => {
		expect(profileUrl({ service, value })).toBe(url);
	});

	it.each([
		['example.org', 'https://example.org/'],
		['http://example.org/a', 'http://example.org/a'],
		['javascript:alert(1)', ''],
		['data:text/html,x', ''],
		['just words', '']
	])('a website “%s” opens “%s”', (address, url) => {
		expect(webUrl(address)).toBe(url);
	});

	it('an address opens where the device has its maps', () => {
		const address = { street: '1 rue de la Paix', city: 'Lyon', region: '', postcode: '69001', country: 'France' };
		expect(mapUrl(address, 'Linux; Android 15')).toBe(
			'geo:0,0?q=1%20rue%20de%20la%20Paix%2C%2069001%20Lyon%2C%20France'
		);
		expect(mapUrl(address, 'iPhone')).toContain('maps.apple.com');
		expect(mapUrl(address, 'Linux x86_64')).toContain('openstreetmap.org');
		expect(mapUrl({ street: '', city: '', region: '', postcode: '', country: '' }, '')).toBe('');
	});
});
