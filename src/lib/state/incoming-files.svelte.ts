import { isDeviceFile } from '$lib/domain/device-file';

/** Files on their way in: dropped, shared to the app, or opened with it. The screen that they are for takes them from here. */
export class IncomingFiles {
	files = $state.raw<readonly File[]>([]);

	/** Hands the files over, once. */
	take(): readonly File[] {
		const { files } = this;
		this.files = [];
		return files;
	}
}

/** One a page: the operating system hands files to the page, before any document is open. */
export const incoming = new IncomingFiles();

/** Where these are brought in. */
export const screenFor = (files: readonly File[]): '/settings/devices' | '/import' =>
	files.some(({ name }) => isDeviceFile(name)) ? '/settings/devices' : '/import';
