/** How names end of what devices of one owner write for each other. */
export const deviceFileSuffix = '.kith-sync';

export const isDeviceFile = (name: string): boolean => name.endsWith(deviceFileSuffix);
