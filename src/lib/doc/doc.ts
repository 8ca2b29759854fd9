/**
 * The document as plain data: binds rows, registers and roots together. It knows nothing of where its bytes lie.
 * Every change, whoever made it, is told as `Touched`; a change made here is one transaction.
 */
import * as Y from 'yjs';
import type { ContactId, OtherValue } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import type { ReminderId } from '$lib/domain/reminder';
import type { KindPatch, Settings } from '$lib/domain/settings';
import { bringBack } from './bring-back';
import { Clock } from './clock';
import { Contacts } from './contacts';
import { Interactions, type Moved } from './interactions';
import { registerOf, stampOf, type Author } from './register';
import { Reminders } from './reminders';
import { markSchema, newestSchema, rootsOf, schemaMajor, type Roots } from './roots';
import { rowIn, type FieldChange } from './row';
import { editKind, editSettings, pickSetting, readSettings, readSettingsOthers } from './settings';
import { formatState, parseState } from './state-file';

export interface Touched {
	readonly contacts: ReadonlySet<ContactId>;
	readonly interactions: readonly Moved[];
	readonly reminders: ReadonlySet<ReminderId>;
	readonly settings: boolean;
	/** Made here, not by another tab or device. */
	readonly isOwn: boolean;
}

export class ReadOnlyDocument extends Error {}

export class KithDocument {
	readonly contacts: Contacts;
	readonly interactions: Interactions;
	readonly reminders: Reminders;
	readonly #roots: Roots;
	readonly #author: Author;
	readonly #watchers = new Set<(touched: Touched) => void>();

	/**
	 * @param doc hydrated: what is stored must be in it
	 * @param replica this writer's name among all that may write at the same time
	 */
	constructor(doc: Y.Doc, replica: string, now: () => Instant) {
		this.#roots = rootsOf(doc);
		this.#author = { replica, clock: new Clock(now) };
		this.contacts = new Contacts(this.#roots.contacts, this.#author);
		this.reminders = new Reminders(this.#roots.reminders, this.#author);
		this.interactions = new Interactions(this.#roots.interactions, this.#author);
		this.#seeAll();
		doc.on('afterTransaction', this.#heard);
	}

	/** A newer app, whose documents this one would misread, has written here. */
	get isNewer(): boolean {
		return newestSchema(this.#roots.meta) > schemaMajor;
	}

	readSettings(): Settings {
		return readSettings(this.#roots.settings);
	}

	editSettings(patch: Partial<Settings>): void {
		editSettings(this.#roots.settings, patch, this.#author);
	}

	/** Whether a kind counts as contact, and whether it is one of the owner's own. */
	editKind(kind: string, patch: KindPatch): void {
		editKind(this.#roots.settings, kind, patch, this.#author);
	}

	settingsOthers(): readonly OtherValue[] {
		return readSettingsOthers(this.#roots.settings);
	}

	/**
	 * Makes one value of a disputed field the only one; null when there is no such field.
	 * @param contactId whose field it is; empty for a reminder, an interaction or a setting
	 */
	pick(contactId: ContactId | '', field: string, value: unknown): readonly FieldChange[] | null {
		const [kind, id = '', part = ''] = field.split('/');
		if (kind === 'interactions') return this.interactions.pick(id, value) ? [] : null;
		if (kind === 'reminders') return this.reminders.pick(id, part, value) ? [] : null;
		if (kind === 'settings') return pickSetting(this.#roots.settings, field, value, this.#author) ? [] : null;
		return this.contacts.pick(contactId, field, value);
	}

	/** Everything, as bytes that `mergeState` takes. */
	state(): Uint8Array {
		return formatState(this.#roots.doc);
	}

	/**
	 * Merges the changes that the bytes hold, then brings rows back that were live there, with `withValues` their values
	 * too. Throws `BadState`, and leaves everything as it is, when they are no whole document.
	 */
	mergeState(bytes: Uint8Array, withValues: boolean): void {
		this.#refuseNewer();
		const past = parseState(bytes);
		Y.applyUpdate(this.#roots.doc, bytes);
		const then = new KithDocument(past, this.#author.replica, () => 0);
		this.change(() => bringBack(then, this, withValues));
		past.destroy();
	}

	/** Runs changes as one transaction. Throws `ReadOnlyDocument` when they could damage a newer app's document. */
	change<T>(run: () => T): T {
		this.#refuseNewer();
		return this.#roots.doc.transact(() => {
			markSchema(this.#roots.meta);
			return run();
		});
	}

	#refuseNewer(): void {
		if (this.isNewer) throw new ReadOnlyDocument('The document was written by a newer version of the app.');
	}

	watch(watcher: (touched: Touched) => void): () => void {
		this.#watchers.add(watcher);
		return () => this.#watchers.delete(watcher);
	}

	close(): void {
		this.#roots.doc.off('afterTransaction', this.#heard);
		this.#watchers.clear();
	}

	readonly #heard = ({ changed, local: isOwn }: Y.Transaction): void => {
		const { contacts, reminders, interactions, settings, meta } = this.#roots;
		const touched = { contacts: new Set<ContactId>(), reminders: new Set<ReminderId>() };
		let moved: readonly Moved[] = [];
		let settingsTouched = false;
		for (const [type, parts] of changed) {
			const keys = [...parts].filter((part) => part !== null);
			const { root, rowId } = placeOf(type);
			const rows = root === contacts ? touched.contacts : root === reminders ? touched.reminders : null;
			if (rows) for (const id of rowId === null ? keys : [rowId]) rows.add(id);
			else if (root === interactions && rowId === null) moved = this.interactions.refresh(keys);
			else if (root === settings || root === meta) settingsTouched = true;
			if (rows && rowId === null) for (const id of keys) this.#seeRow(root, id);
			else if (type instanceof Y.Map) for (const key of keys) this.#see(type.get(key), key);
		}
		if (!touched.contacts.size && !touched.reminders.size && !moved.length && !settingsTouched) return;
		for (const watcher of this.#watchers)
			watcher({ ...touched, interactions: moved, settings: settingsTouched, isOwn });
	};

	#seeAll(): void {
		const { contacts, reminders, settings } = this.#roots;
		for (const root of [contacts, reminders]) for (const id of root.keys()) this.#seeRow(root, id);
		settings.forEach(this.#see);
	}

	#seeRow(root: Y.Map<unknown>, id: string): void {
		rowIn(root, id)?.forEach(this.#see);
	}

	readonly #see = (stored: unknown, key: string): void => {
		if (registerOf(key) !== null) this.#author.clock.see(stampOf(stored));
	};
}

type AnyType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never;

/** The root that a type lies in, and the id of the row it belongs to; null for the root itself. */
function placeOf(type: AnyType): { readonly root: Y.Map<unknown>; readonly rowId: string | null } {
	let rowId: string | null = null;
	let current = type;
	while (current.parent) {
		rowId = current._item?.parentSub ?? '';
		current = current.parent as AnyType;
	}
	return { root: current as unknown as Y.Map<unknown>, rowId };
}

/** People in a document that are not in the trash. */
export function countContacts(doc: Y.Doc): number {
	const contacts = new Contacts(rootsOf(doc).contacts, { replica: '', clock: new Clock(() => 0) });
	let count = 0;
	for (const id of contacts.ids()) if (contacts.isLive(id)) count++;
	return count;
}
