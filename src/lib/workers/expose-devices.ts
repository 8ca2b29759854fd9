import { expose, proxy, type Endpoint } from 'comlink';
import type { Devices } from '$lib/devices';
import { transferKithErrors } from './error-transfer';

/** Answers at an endpoint as these devices; `connectDevices` is the other end. */
export function exposeDevices(devices: Devices, endpoint: Endpoint): void {
	transferKithErrors();
	const exposed: Devices = {
		watch: async (...args) => proxy(await devices.watch(...args)),
		rename: (...args) => devices.rename(...args),
		remove: (...args) => devices.remove(...args),
		forgive: (...args) => devices.forgive(...args),
		answerHeld: (...args) => devices.answerHeld(...args),
		wantPhoto: (...args) => devices.wantPhoto(...args),
		add: async (...args) => proxy(await devices.add(...args)),
		join: async (...args) => proxy(await devices.join(...args)),
		editNetwork: (...args) => devices.editNetwork(...args),
		checkConnection: () => devices.checkConnection(),
		wake: () => devices.wake(),
		sleep: () => devices.sleep(),
		leave: () => devices.leave(),
		saveFile: () => devices.saveFile(),
		openFile: (file) => devices.openFile(file),
		useFolder: (handle) => devices.useFolder(handle)
	};
	expose(exposed, endpoint);
}
