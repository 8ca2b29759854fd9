/** What stands before the invitation in a link, whichever host it names. */
export const linkMark = '#kith-pair=';

/** What a link invites by lies behind its `#`, which no host is sent; the page puts its own address before that. */
export const joinLink = (address: string, link: string): string =>
	`${address.replace(/#.*$/, '')}${link.slice(Math.max(0, link.indexOf('#')))}`;
