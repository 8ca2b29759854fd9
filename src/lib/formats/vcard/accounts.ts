import type { Account } from '../../domain/contact';
import { paramOf, typesOf, type Property } from './property';

export interface FoundAccount {
	readonly list: 'messengers' | 'profiles';
	readonly account: Pick<Account, 'service' | 'value'>;
}

/** Properties that name a service in their own name. */
const messengers: ReadonlyMap<string, string> = new Map([
	['X-AIM', 'aim'],
	['X-ICQ', 'icq'],
	['X-JABBER', 'xmpp'],
	['X-MSN', 'msn'],
	['X-YAHOO', 'yahoo'],
	['X-YAHOO-ID', 'yahoo'],
	['X-SKYPE', 'skype'],
	['X-SKYPE-USERNAME', 'skype'],
	['X-GTALK', 'google talk'],
	['X-GOOGLE-TALK', 'google talk'],
	['X-GADUGADU', 'gadu-gadu'],
	['X-GROUPWISE', 'groupwise'],
	['X-QQ', 'qq'],
	['X-SAMETIME', 'sametime'],
	['X-SIP', 'sip'],
	['X-MATRIX', 'matrix'],
	['X-TELEGRAM', 'telegram'],
	['X-SIGNAL', 'signal'],
	['X-WHATSAPP', 'whatsapp'],
	['X-THREEMA', 'threema'],
	['X-MS-IMADDRESS', 'im'],
	['X-OUTLOOK-IM-ADDRESS', 'im']
]);
const profiles: ReadonlyMap<string, string> = new Map([
	['X-TWITTER', 'twitter'],
	['X-FACEBOOK', 'facebook'],
	['X-LINKEDIN', 'linkedin'],
	['X-INSTAGRAM', 'instagram'],
	['X-MASTODON', 'mastodon']
]);
const schemes: ReadonlyMap<string, string> = new Map([
	['xmpp', 'xmpp'],
	['aim', 'aim'],
	['ymsgr', 'yahoo'],
	['msnim', 'msn'],
	['msn', 'msn'],
	['skype', 'skype'],
	['x-apple', 'apple'],
	['sip', 'sip'],
	['sips', 'sip'],
	['im', 'im'],
	['icq', 'icq'],
	['matrix', 'matrix'],
	['tg', 'telegram'],
	['facebook', 'facebook']
]);

/** What is no service but a kind of place or rank. */
const notService = /^(?:pref|home|work|other|internet|mobile|personal|x-.*)$/;

export function accountOf(property: Property, text: string): FoundAccount | null {
	const value = text.trim();
	if (!value) return null;
	const own = messengers.get(property.name);
	if (own) return { list: 'messengers', account: { service: own, value: withoutScheme(value) } };
	const network = profiles.get(property.name);
	if (network) return { list: 'profiles', account: { service: network, value } };
	const named = paramOf(property, 'X-SERVICE-TYPE') || paramOf(property, 'SERVICE-TYPE');
	const service = named || typesOf(property).find((type) => !notService.test(type)) || '';
	if (property.name === 'IMPP') {
		const scheme = /^([\w-]+):/.exec(value)?.[1]?.toLowerCase() ?? '';
		const known = service.toLowerCase() || (schemes.get(scheme) ?? scheme) || 'im';
		return { list: 'messengers', account: { service: known, value: withoutScheme(value) } };
	}
	if (property.name !== 'X-SOCIALPROFILE' && property.name !== 'SOCIALPROFILE') return null;
	const user = paramOf(property, 'X-USER') || paramOf(property, 'USERNAME');
	const isAddress = /^https?:\/\/\S/i.test(value);
	return {
		list: 'profiles',
		account: { service: service.toLowerCase(), value: isAddress || !user ? withoutScheme(value) : user }
	};
}

/** `skype:ana` is Ana; an address on the web stays one. */
const withoutScheme = (value: string) => {
	const plain = value.replace(/^(?!https?:)[\w-]+:(?:goim\?screenname=|sendim\?|\/\/)?/i, '');
	return plain || value;
};
