/** What is done to the connections of a page, before its own scripts. Passed as text, so each uses nothing from outside. */

/** Cuts the link once, when so many bytes have arrived at the page, and says so as `window.wasCut`. */
export function cutLinkAfter(bytes: number): void {
	let left = bytes;
	window.RTCPeerConnection = class extends RTCPeerConnection {
		override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
			const channel = super.createDataChannel(label, options);
			channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
				if (left <= 0) return;
				left -= data.byteLength;
				if (left > 0) return;
				this.close();
				Object.assign(window, { wasCut: true });
			});
			return channel;
		}
	};
}

/** Whatever address another device names, `window.relayed` is asked for the one under which it is reached. */
export function reachByRelay(): void {
	window.RTCPeerConnection = class extends RTCPeerConnection {
		override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
			const relayed = (window as unknown as { relayed(sdp: string): Promise<string> }).relayed;
			await super.setRemoteDescription({ ...description, sdp: await relayed(description.sdp ?? '') });
		}
	};
}
