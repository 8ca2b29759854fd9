import { guessDeviceName } from '$lib/i18n/device-guess';

/** What Chromium tells of a device when asked. */
interface UserAgentData {
	getHighEntropyValues?(hints: readonly string[]): Promise<{ readonly model?: string }>;
}

async function readModel(): Promise<string> {
	const data = (navigator as { readonly userAgentData?: UserAgentData }).userAgentData;
	try {
		return (await data?.getHighEntropyValues?.(['model']))?.model ?? '';
	} catch (reason) {
		console.info('This browser does not tell the model of its device:', String(reason));
		return '';
	}
}

/** A good guess at what the owner calls this device. */
export async function ownDeviceName(): Promise<string> {
	const { userAgent, maxTouchPoints } = navigator;
	return guessDeviceName({ userAgent, model: await readModel(), touchPoints: maxTouchPoints });
}
