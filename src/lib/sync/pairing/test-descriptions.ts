/**
 * Descriptions of one data channel as browsers write them once all candidates are gathered. The form, the order of
 * lines and the fields of candidates are the browsers'; addresses, words and fingerprints were made up.
 */
const of = (...lines: readonly string[]): string => [...lines, ''].join('\r\n');

const fingerprint = '3D:0A:91:5C:E7:42:B8:16:F0:2B:6E:D4:77:A9:C3:58:1F:84:E2:0D:95:6A:BC:31:48:F6:0B:D9:72:AE:13:C5';

/** Chromium, on a page without microphone: local addresses hide behind names of the local network. */
export const chromiumOffer = of(
	'v=0',
	'o=- 5203871964420517386 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'a=group:BUNDLE 0',
	'a=extmap-allow-mixed',
	'a=msid-semantic: WMS',
	'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
	'c=IN IP4 0.0.0.0',
	'a=candidate:1270413867 1 udp 2113937151 5b0c7e52-8a1d-4f36-b9e4-27d1c06f83aa.local 51834 typ host generation 0 network-cost 999',
	'a=ice-ufrag:k7Qd',
	'a=ice-pwd:mZ4+Xw8e/TqRb2LcVn5sYh0J',
	'a=ice-options:trickle',
	`a=fingerprint:sha-256 ${fingerprint}`,
	'a=setup:actpass',
	'a=mid:0',
	'a=sctp-port:5000',
	'a=max-message-size:262144'
);

/** Chromium answering, with two networks by name. */
export const chromiumAnswer = of(
	'v=0',
	'o=- 1984306672351940023 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'a=group:BUNDLE 0',
	'a=extmap-allow-mixed',
	'a=msid-semantic: WMS',
	'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
	'c=IN IP4 0.0.0.0',
	'a=candidate:3914025586 1 udp 2113937151 0fd3b6a8-61c7-4e0b-8c52-e94a7710d3f6.local 40211 typ host generation 0 network-cost 999',
	'a=candidate:3968244024 1 udp 2113939711 c41e9a03-7f58-4d2c-a6b1-5083fe12bd79.local 40212 typ host generation 0 network-cost 999',
	'a=ice-ufrag:Tn2b',
	'a=ice-pwd:9pAkUe/3GdWoJr7fLx+1MvCz',
	'a=ice-options:trickle',
	`a=fingerprint:sha-256 ${fingerprint}`,
	'a=setup:active',
	'a=mid:0',
	'a=sctp-port:5000',
	'a=max-message-size:262144'
);

/** Chromium with open addresses: both families, a reflexive one, and TCP, which we leave out. */
export const chromiumOpenOffer = of(
	'v=0',
	'o=- 7719320045183366120 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'a=group:BUNDLE 0',
	'a=extmap-allow-mixed',
	'a=msid-semantic: WMS',
	'm=application 52004 UDP/DTLS/SCTP webrtc-datachannel',
	'c=IN IP4 203.0.113.41',
	'a=candidate:2051847316 1 udp 2122262783 2001:db8:40:7::1a2b 52003 typ host generation 0 network-id 2 network-cost 10',
	'a=candidate:1730025949 1 udp 2122194687 192.168.7.23 52004 typ host generation 0 network-id 1 network-cost 10',
	'a=candidate:846032205 1 udp 1685987071 203.0.113.41 52004 typ srflx raddr 192.168.7.23 rport 52004 generation 0 network-id 1 network-cost 10',
	'a=candidate:3160458721 1 tcp 1518283007 2001:db8:40:7::1a2b 9 typ host tcptype active generation 0 network-id 2 network-cost 10',
	'a=candidate:3479160233 1 tcp 1518214911 192.168.7.23 9 typ host tcptype active generation 0 network-id 1 network-cost 10',
	'a=ice-ufrag:Zr5x',
	'a=ice-pwd:aB3dE6gH9jK2mN5pQ8sT1vW4',
	'a=ice-options:trickle',
	`a=fingerprint:sha-256 ${fingerprint}`,
	'a=setup:actpass',
	'a=mid:0',
	'a=sctp-port:5000',
	'a=max-message-size:262144'
);

/** Firefox: other order, longer words, capital letters. */
export const firefoxAnswer = of(
	'v=0',
	'o=mozilla...THIS_IS_SDPARTA-99.0 4410958830265471192 0 IN IP4 0.0.0.0',
	's=-',
	't=0 0',
	'a=sendrecv',
	`a=fingerprint:sha-256 ${fingerprint}`,
	'a=group:BUNDLE 0',
	'a=ice-options:trickle',
	'a=msid-semantic:WMS *',
	'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
	'c=IN IP4 0.0.0.0',
	'a=candidate:0 1 UDP 2122252543 e2a7104c-35b9-4b6d-9f08-d6c1a8e57b34.local 45990 typ host',
	'a=candidate:1 1 TCP 2105524479 e2a7104c-35b9-4b6d-9f08-d6c1a8e57b34.local 9 typ host tcptype active',
	'a=sendrecv',
	'a=end-of-candidates',
	'a=ice-pwd:5f0a91c37d2e48b6a1c4d9e02f7b6835',
	'a=ice-ufrag:7c19e0d4',
	'a=mid:0',
	'a=setup:active',
	'a=sctp-port:5000',
	'a=max-message-size:1073741823'
);

/** Chromium with open addresses, as it offers two channels agreed on beforehand. */
export const chromiumPlainOffer = of(
	'v=0',
	'o=- 4376213111963268774 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'a=group:BUNDLE 0',
	'a=extmap-allow-mixed',
	'a=msid-semantic: WMS',
	'm=application 52573 UDP/DTLS/SCTP webrtc-datachannel',
	'c=IN IP4 192.168.7.23',
	'a=candidate:3775942905 1 udp 2113937151 192.168.7.23 52573 typ host generation 0 network-cost 999',
	'a=candidate:712413465 1 udp 2113942271 fd00::2 49136 typ host generation 0 network-cost 999',
	'a=ice-ufrag:MNWl',
	'a=ice-pwd:8TIx3YSZy5SnQVSmYbxt/2KL',
	'a=ice-options:trickle',
	`a=fingerprint:sha-256 ${fingerprint}`,
	'a=setup:actpass',
	'a=mid:0',
	'a=sctp-port:5000',
	'a=max-message-size:262144'
);

/** Chromium answering that, both addresses behind names. */
export const chromiumPlainAnswer = of(
	'v=0',
	'o=- 1923066358720959978 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'a=group:BUNDLE 0',
	'a=extmap-allow-mixed',
	'a=msid-semantic: WMS',
	'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
	'c=IN IP4 0.0.0.0',
	'a=candidate:3393785022 1 udp 2113937151 89dd887e-9d3e-486a-9000-c8b48d52d575.local 39275 typ host generation 0 network-cost 999',
	'a=candidate:19909982 1 udp 2113942271 637cb368-0ed6-457d-b110-bdf9b2a80075.local 34778 typ host generation 0 network-cost 999',
	'a=ice-ufrag:RH1h',
	'a=ice-pwd:RgdAcfsjDvS0xPRCYsHRDryH',
	'a=ice-options:trickle',
	`a=fingerprint:sha-256 ${fingerprint}`,
	'a=setup:active',
	'a=mid:0',
	'a=sctp-port:5000',
	'a=max-message-size:262144'
);
