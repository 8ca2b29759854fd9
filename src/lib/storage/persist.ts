export interface Usage {
	/** Bytes; 0 when the browser does not tell. */
	readonly used: number;
	readonly available: number;
	/** Whether the browser has promised not to clear Kith's storage by itself; null when it cannot be asked. */
	readonly persisted: boolean | null;
}

/**
 * Asks the browser to keep Kith's storage, which it may decide by itself or ask the owner: so only once there is
 * something to keep. True when it promised.
 */
export async function askToPersist(): Promise<boolean> {
	const { storage } = navigator;
	if (!storage?.persist) return false;
	return (await storage.persisted()) || storage.persist();
}

export async function readUsage(): Promise<Usage> {
	const { storage } = navigator;
	const { usage = 0, quota = 0 } = (await storage?.estimate?.()) ?? {};
	return { used: usage, available: Math.max(0, quota - usage), persisted: (await storage?.persisted?.()) ?? null };
}
