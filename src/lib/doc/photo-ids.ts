/** Which photos the document names. */
import * as Y from 'yjs';
import type { ContactId, PhotoId } from '$lib/domain/contact';
import { ownOf, textOf } from './plain';
import { rootsOf } from './roots';
import { rowIn, RowReading } from './row';

export interface PhotoIds {
	/** As they are now: what anybody's photo is, those in the trash too, and what it would be by another device. */
	current(): ReadonlySet<PhotoId>;
	/** Told after each change of which there are; the answer ends it. */
	watch(listener: () => void): () => void;
	close(): void;
}

const shape = /^[0-9a-f]{64}$/;
const none: readonly PhotoId[] = [];

/** Reads all contacts once, then only those whose photo may have changed. */
export function followPhotoIds(doc: Y.Doc): PhotoIds {
	const { contacts } = rootsOf(doc);
	const ofContact = new Map<ContactId, readonly PhotoId[]>();
	/** How many contacts name it. */
	const named = new Map<PhotoId, number>();
	const listeners = new Set<() => void>();
	let current: ReadonlySet<PhotoId> | null = null;
	let isChanged = false;

	function read(id: ContactId): void {
		const row = rowIn(contacts, id);
		const before = ofContact.get(id) ?? none;
		const now = row ? photosIn(new RowReading(row)) : none;
		for (const photo of now) named.set(photo, (named.get(photo) ?? 0) + 1);
		for (const photo of before) {
			const count = (named.get(photo) ?? 1) - 1;
			if (count > 0) named.set(photo, count);
			else named.delete(photo);
		}
		if (now.length > 0) ofContact.set(id, now);
		else ofContact.delete(id);
		if (String(before) !== String(now)) isChanged = true;
	}

	function heard(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
		isChanged = false;
		for (const event of events) {
			if (!(event instanceof Y.YMapEvent) || event.path.length > 1) continue;
			const keys = [...(event as Y.YMapEvent<unknown>).keysChanged].map(String);
			const [row] = event.path;
			if (row === undefined) keys.forEach(read);
			else if (keys.some(isOfPhoto)) read(String(row));
		}
		if (!isChanged) return;
		current = null;
		for (const listener of [...listeners]) listener();
	}

	for (const id of contacts.keys()) read(id);
	contacts.observeDeep(heard);
	return {
		current: () => (current ??= new Set(named.keys())),
		watch(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		close() {
			contacts.unobserveDeep(heard);
			listeners.clear();
		}
	};
}

const isOfPhoto = (key: string) => key === 'born' || key.startsWith('photo~');

function photosIn(reading: RowReading): readonly PhotoId[] {
	const slots = reading.slots('photo');
	const values = slots.length > 0 ? slots.map(({ value }) => value) : [ownOf(reading.born, 'photo')];
	return [...new Set(values.map(textOf).filter((id) => shape.test(id)))];
}
