/** What files are called: `kith-bcdfghjkmnpq-1795831200000.kith-sync`, by the device that wrote it and its number. */
import { deviceFileSuffix, isDeviceFile } from '$lib/domain/device-file';
import { formatDeviceId, type DeviceId } from '../trust/identity';

/** Letters of the device, of those that are shown of it: 48 bits. */
const mostLetters = 12;

const prefixOf = (device: DeviceId): string =>
	`kith-${formatDeviceId(device).replaceAll(' ', '').slice(0, mostLetters).toLowerCase()}-`;

export const fileName = (device: DeviceId, number: number): string => `${prefixOf(device)}${number}${deviceFileSuffix}`;

/** Also a copy that a program made of one under another name. Not what is being written, nor what is hidden. */
export const isSegmentName = (name: string): boolean => isDeviceFile(name) && !name.startsWith('.');

export const isNameOf = (device: DeviceId, name: string): boolean =>
	isSegmentName(name) && name.startsWith(prefixOf(device));
