/** As much of a browser's connection as the page's end uses, with what goes wrong told by hand. */
import { chromiumPlainAnswer, chromiumPlainOffer } from '../pairing/test-descriptions';

export class TestDataChannel extends EventTarget {
	binaryType = 'blob';
	bufferedAmount = 0;
	bufferedAmountLowThreshold = 0;
	readyState = 'connecting';
	readonly sent: ArrayBuffer[] = [];

	send(bytes: ArrayBuffer): void {
		if (this.readyState !== 'open') throw new Error(this.readyState);
		this.sent.push(bytes);
		this.bufferedAmount += bytes.byteLength;
	}

	/** So many bytes leave. */
	drain(bytes: number): void {
		const before = this.bufferedAmount;
		this.bufferedAmount = Math.max(0, before - bytes);
		const threshold = this.bufferedAmountLowThreshold;
		if (before > threshold && this.bufferedAmount <= threshold) this.dispatchEvent(new Event('bufferedamountlow'));
	}

	become(state: 'open' | 'closed'): void {
		this.readyState = state;
		this.dispatchEvent(new Event(state === 'open' ? 'open' : 'close'));
	}

	close(): void {
		if (this.readyState === 'closed') return;
		this.readyState = 'closing';
		queueMicrotask(() => this.become('closed'));
	}

	receive(data: unknown): void {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
}

export class TestPeerConnection extends EventTarget {
	readonly channels: TestDataChannel[] = [];
	connectionState = 'new';
	signalingState = 'stable';
	iceGatheringState = 'complete';
	localDescription: { type: string; sdp: string } | null = null;
	remoteDescription: { type: string; sdp: string } | null = null;

	constructor(readonly configuration: RTCConfiguration) {
		super();
	}

	createDataChannel(): TestDataChannel {
		const channel = new TestDataChannel();
		this.channels.push(channel);
		return channel;
	}

	async setLocalDescription(): Promise<void> {
		this.localDescription = this.remoteDescription
			? { type: 'answer', sdp: chromiumPlainAnswer }
			: { type: 'offer', sdp: chromiumPlainOffer };
	}

	async setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
		if (!description.sdp.startsWith('v=0')) throw new Error('no description');
		this.remoteDescription = description;
	}

	/** Both channels open. */
	connect(): void {
		this.become('connected');
		for (const channel of this.channels) channel.become('open');
	}

	become(state: string): void {
		this.connectionState = state;
		this.dispatchEvent(new Event('connectionstatechange'));
	}

	close(): void {
		this.connectionState = 'closed';
	}
}
