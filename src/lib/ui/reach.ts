/** The addresses behind "call", "write" and "show on a map". They leave Kith only when the owner taps them. */
import type { Account, Address, Labelled } from '$lib/domain/contact';

/** Digits with a leading `+` where there is one; empty for what is no number. The `(0)` of `+33 (0)6` is not dialled. */
function dialled(phone: string): string {
	const written = phone.trim();
	const plain = written.startsWith('+') ? written.replace('(0)', '') : written;
	const digits = plain.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');
	return /\d/.test(digits) ? digits : '';
}

/** Digits of an international number, without `+` or `00`; empty when it is a local one. */
function international(phone: string): string {
	const number = dialled(phone);
	if (number.startsWith('+')) return number.slice(1);
	return number.startsWith('00') ? number.slice(2) : '';
}

/** Keeps a dialler's pauses and extension (`,` and `;ext=`) out: what is tapped is what is called. */
export const callUrl = (phone: string): string => (dialled(phone) ? `tel:${dialled(phone)}` : '');
export const textUrl = (phone: string): string => (dialled(phone) ? `sms:${dialled(phone)}` : '');
export const mailUrl = (email: string): string => (email.includes('@') ? `mailto:${encodeURI(email.trim())}` : '');

/** Opens the phone's own map app by way of a `geo:` address where there is one; a browser's computer has no such app. */
export function mapUrl({ street, city, region, postcode, country }: Omit<Address, 'label'>, platform: string): string {
	const query = [street, [postcode, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');
	if (!query) return '';
	const text = encodeURIComponent(query);
	if (/iPhone|iPad|Mac/.test(platform)) return `https://maps.apple.com/?q=${text}`;
	if (/Android/.test(platform)) return `geo:0,0?q=${text}`;
	return `https://www.openstreetmap.org/search?query=${text}`;
}

/** Empty for a messenger that cannot be opened by an address, or an account that is not in its form. */
export function messengerUrl({ service, value }: Pick<Account, 'service' | 'value'>): string {
	const written = value.trim();
	if (/^https:\/\//.test(written)) return written;
	const number = international(written);
	const handle = /^@?([A-Za-z0-9_]{3,})$/.exec(written)?.[1] ?? '';
	switch (service.toLowerCase()) {
		case 'whatsapp':
			return number ? `https://wa.me/${number}` : '';
		case 'signal':
			return number ? `https://signal.me/#p/+${number}` : '';
		case 'telegram':
			if (number) return `https://t.me/+${number}`;
			return handle ? `https://t.me/${handle}` : '';
		case 'messenger':
			return handle ? `https://m.me/${handle}` : '';
		case 'matrix':
			return /^@[^:\s]+:[^\s]+$/.test(written) ? `https://matrix.to/#/${encodeURIComponent(written)}` : '';
		default:
			return '';
	}
}

const numberedServices = ['whatsapp', 'signal', 'telegram'];

/**
 * The accounts that a mobile number may stand for: one of each messenger that goes by numbers. Whether anyone is there
 * is not asked; a number without a country leads nowhere.
 */
export function numberAccounts(phones: readonly Labelled[]): readonly Pick<Account, 'service' | 'value'>[] {
	const labelled = (label: string) =>
		phones.filter((phone) => phone.label.toLowerCase() === label && international(phone.value));
	const mobiles = [...labelled('mobile'), ...labelled('')];
	const mobile = mobiles.find(({ preferred }) => preferred) ?? mobiles[0];
	return mobile ? numberedServices.map((service) => ({ service, value: mobile.value })) : [];
}

const profileSites: ReadonlyMap<string, string> = new Map([
	['instagram', 'https://www.instagram.com/'],
	['linkedin', 'https://www.linkedin.com/in/'],
	['facebook', 'https://www.facebook.com/'],
	['bluesky', 'https://bsky.app/profile/'],
	['x', 'https://x.com/'],
	['github', 'https://github.com/'],
	['youtube', 'https://www.youtube.com/@']
]);

export function profileUrl({ service, value }: Pick<Account, 'service' | 'value'>): string {
	const written = value.trim();
	if (/^https?:\/\//.test(written)) return webUrl(written);
	if (service.toLowerCase() === 'mastodon') {
		const [, name, host] = /^@?([\w.-]+)@([\w.-]+\.\w+)$/.exec(written) ?? [];
		return name && host ? `https://${host}/@${name}` : '';
	}
	const site = profileSites.get(service.toLowerCase());
	const handle = /^@?([\w.-]+)$/.exec(written)?.[1];
	return site && handle ? site + handle : '';
}

/** Web addresses only: `javascript:` and its like give nothing. */
export function webUrl(address: string): string {
	const written = address.trim();
	const full = /^[a-z][a-z\d+.-]*:/i.test(written) ? written : `https://${written}`;
	if (!URL.canParse(full)) return '';
	const url = new URL(full);
	return ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') ? url.href : '';
}
