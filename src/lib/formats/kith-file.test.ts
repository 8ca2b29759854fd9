import { describe, expect, it } from 'vitest';
import { formatKithFile, isSmallPhoto, parseKithFile } from './kith-file';

const document = Uint8Array.of(1, 2, 3, 0, 250);
const id = (digit: string) => digit.repeat(64);
const photo = (text: string, type = 'image/webp') => new Blob([text], { type });
const file = () =>
	formatKithFile(document, [
		{ id: id('a'), photo: photo('one') },
		{ id: id('b'), photo: photo('second', 'image/jpeg') }
	]);

/** A file with a head of one's own. */
function headed(head: unknown, rest = ''): Blob {
	const bytes = new TextEncoder().encode(typeof head === 'string' ? head : JSON.stringify(head));
	return new Blob(['\0kith1', new Uint32Array([bytes.length]), bytes, rest]);
}

describe('a Kith file', () => {
	it('gives back the document and the photos that were put in', async () => {
		const read = await parseKithFile(file());
		expect(read?.document).toEqual(document);
		const photos = (read?.photos ?? []).map(async (each) => [each.id, each.photo.type, await each.photo.text()]);
		expect(await Promise.all(photos)).toEqual([
			[id('a'), 'image/webp', 'one'],
			[id('b'), 'image/jpeg', 'second']
		]);
	});

	it('without photos, as Kith once wrote it, is the document', async () => {
		expect(await parseKithFile(new Blob([document]))).toEqual({ document, photos: [] });
		expect((await parseKithFile(new Blob([])))?.document).toHaveLength(0);
	});

	it('that was cut off anywhere, or has something behind it, is none', async () => {
		const whole = file();
		for (let end = 6; end < whole.size; end++) expect(await parseKithFile(whole.slice(0, end))).toBeNull();
		expect(await parseKithFile(new Blob([whole, 'x']))).toBeNull();
	});

	it.each([
		['{'],
		[null],
		[{ document: -1, photos: [] }],
		[{ document: 1e300, photos: [] }],
		[{ document: 0, photos: {} }],
		[{ document: 0, photos: [['../etc', 'image/webp', 0]] }],
		[{ document: 0, photos: [[id('a'), 'text/html', 0]] }],
		[{ document: 0, photos: [[id('a'), 'image/svg+xml', 0]] }],
		[{ document: 0, photos: [[id('a'), 'image/webp', 4_000_000_000]] }]
	])('with the head %j is none', async (head) => {
		expect(await parseKithFile(headed(head))).toBeNull();
	});
});

it('a photo of too many bytes or pixels, or no picture, is not taken', () => {
	const gif = (width: number, height: number) => {
		const view = new DataView(new ArrayBuffer(10));
		view.setUint32(0, 0x47494638);
		view.setUint16(6, width, true);
		view.setUint16(8, height, true);
		return new Uint8Array(view.buffer);
	};
	expect(isSmallPhoto(gif(512, 512))).toBe(true);
	expect(isSmallPhoto(gif(512, 60_000))).toBe(false);
	expect(isSmallPhoto(Uint8Array.of(1, 2, 3))).toBe(false);
	const long = new Uint8Array(3_000_000);
	long.set(gif(512, 512));
	expect(isSmallPhoto(long)).toBe(false);
});
