/** How long a browser may take to begin reading what it was told to download. */
const downloadMs = 60_000;

export function download(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), downloadMs);
}
