/**
 * What a device can say and check of itself and of the owner's other devices. The keys stay behind it.
 */
export interface Prover {
	/** 1 to 64 of `A–Z a–z 0–9 _ -`. */
	readonly deviceId: string;
	/** The epochs whose group secret this device holds, the newest first. */
	readonly epochs: readonly number[];
	/** By this device's key; 64 bytes (ECDSA on P-256 with SHA-256, as WebCrypto gives it). */
	sign(bytes: Uint8Array): Promise<Uint8Array>;
	/** Whether the device signed the bytes. False, too, for one that is not known. */
	verify(deviceId: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
	/** An HMAC key from the group's secret of the epoch; null when it is not held. */
	macKey(epoch: number): CryptoKey | null;
	isMember(deviceId: string): boolean;
	/** Whether it was a member and has been removed. */
	wasRemoved(deviceId: string): boolean;
}
