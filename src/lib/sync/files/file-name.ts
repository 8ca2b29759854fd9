/** What files are called: `kith-bcdfghjkmnpq-1795831200000.kith-sync`, by the device that wrote it and its number. */
import { formatDeviceId, type DeviceId } from '../trust/identity';

const suffix = '.kith-sync';
/** Letters of the device, of those that are shown of it: 48 bits. */
const mostLetters = 12;

const prefixOf = (device: DeviceId): string =>
	`kith-${formatDeviceId(device).replaceAll(' ', '').slice(0, mostLetters).toLowerCase()}-`;

export const fileName = (device: DeviceId, number: number): string => `${prefixOf(device)}${number}${suffix}`;

/** Also a copy that a program made of one under another name. Not what is being written, nor what is hidden. */
export const isSegmentName = (name: string): boolean => name.endsWith(suffix) && !name.startsWith('.');

export const isNameOf = (device: DeviceId, name: string): boolean =>
	isSegmentName(name) && name.startsWith(prefixOf(device));
