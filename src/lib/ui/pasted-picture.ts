const isPicture = (type: string) => type.startsWith('image/');

/** The picture that is being pasted. */
export function pastedPicture(pasted: DataTransfer | null): File | null {
	const item = [...(pasted?.items ?? [])].find(({ kind, type }) => kind === 'file' && isPicture(type));
	return item?.getAsFile() ?? null;
}

/** The picture that was copied last; null also when the owner would rather not show it. */
export async function pictureOn(clipboard: Clipboard): Promise<Blob | null> {
	try {
		for (const item of await clipboard.read()) {
			const type = item.types.find(isPicture);
			if (type) return await item.getType(type);
		}
	} catch (reason) {
		console.info('The clipboard cannot be read:', String(reason));
	}
	return null;
}
