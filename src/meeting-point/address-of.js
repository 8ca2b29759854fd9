import { isIPv6 } from 'node:net';

const loopback = /^(127\.|::1$)/;

/**
 * Whose sockets these are counted as. A proxy on the same computer says for whom it asks, in the last part of
 * `X-Forwarded-For`, which it wrote itself; elsewhere only with `behindProxy`, since anybody can send that header.
 * @param {{ remote: string | undefined, forwardedFor: string | undefined }} request
 * @param {boolean} behindProxy
 */
export function addressOf({ remote = '', forwardedFor }, behindProxy) {
	const direct = plain(remote);
	const said = forwardedFor?.split(',').at(-1)?.trim();
	return said && said.length <= 64 && (behindProxy || loopback.test(direct)) ? network(plain(said)) : network(direct);
}

/** @param {string} address */
const plain = (address) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * One household has one IPv4 address but a whole /64 of IPv6.
 * @param {string} address
 */
function network(address) {
	if (!isIPv6(address)) return address;
	const [before = '', after = ''] = address.toLowerCase().split('::');
	const head = before.split(':').filter(Boolean);
	const tail = after.split(':').filter(Boolean);
	const zeros = address.includes('::') ? Math.max(0, 8 - head.length - tail.length) : 0;
	const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
	return `${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':')}::/64`;
}
