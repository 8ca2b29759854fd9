/** Takes in what is shared to the installed app, and shows the screen that continues with it. */
import { base } from '$service-worker';
import { registerRoute } from 'workbox-routing';
import { isDeviceFile } from '../lib/domain/device-file';
import { keepSharedFiles } from '../lib/storage/shared-files';

const text = (form: FormData, field: string) => {
	const value = form.get(field);
	return typeof value === 'string' ? value.trim() : '';
};

export function receiveShares(root: string): void {
	registerRoute(
		({ url }) => url.pathname === `${base}/share`,
		({ request }) => receive(request, root),
		'POST'
	);
}

async function receive(request: Request, root: string): Promise<Response> {
	const form = await request.formData();
	const files = form.getAll('cards').filter((entry) => entry instanceof File);
	if (files.length > 0) {
		await keepSharedFiles(files, root);
		const screen = files.some(({ name }) => isDeviceFile(name)) ? 'settings/devices' : 'import';
		return Response.redirect(new URL(`${screen}?shared=1`, root), 303);
	}
	const words = new Set(['title', 'text', 'url'].map((field) => text(form, field)).filter(Boolean));
	return Response.redirect(new URL(`?log=${encodeURIComponent([...words].join(' '))}`, root), 303);
}
