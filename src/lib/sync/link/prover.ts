/**
 * What a device can say and check of itself and of the owner's other devices. The keys stay behind it.
 */
export interface Prover {
	/** 1 to 64 of `A–Z a–z 0–9 _ -`. */
	readonly deviceId: string;
	/** The newest epoch this device knows of; a whole number below 2^32. */
	readonly epoch: number;
	/** By this device's key; 64 bytes (ECDSA on P-256 over SHA-256, as WebCrypto gives it). */
	sign(bytes: Uint8Array): Promise<Uint8Array>;
	/** Whether the device signed the bytes. False, too, for one that is not known. */
	verify(deviceId: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
	/**
	 * An HMAC key from the group's secret of the epoch. Null when it is not known or no longer good for a link: devices
	 * of different epochs meet by the older one, if both still give its key.
	 */
	macKey(epoch: number): CryptoKey | null;
	isMember(deviceId: string): boolean;
	/** Whether it was a member and has been removed. */
	wasRemoved(deviceId: string): boolean;
}
