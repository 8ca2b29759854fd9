/** Bytes in memory of their own, as WebCrypto and sockets take them. */
export type Bytes = Uint8Array<ArrayBuffer>;
