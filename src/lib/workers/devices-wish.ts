/** What a page says to the document's thread to have the owner's devices: beside what `comlink` says on the same line. */
export interface DevicesWish {
	readonly type: 'kith-devices';
	/** Where the devices are reached: `connectDevices` at its other end. */
	readonly devices: MessagePort;
	/** Where connections are made: `servePageRtc` at its other end. */
	readonly rtc: MessagePort;
	/** The meeting point of the host that serves the app. */
	readonly meetingPoint: string;
	/** The page that a link to join leads to. */
	readonly joinAddress: string;
}

/** Where the tabs of this device talk about its others. */
export const devicesChannel = 'kith-devices';

export const isDevicesWish = (data: unknown): data is DevicesWish =>
	(data as { readonly type?: unknown } | null)?.type === ('kith-devices' satisfies DevicesWish['type']);
