import type { Link } from '../link/link';
import { joined, type Bytes } from '../trust/bytes';
import { parseEntry, type EntryId } from '../trust/entry';
import type { Group } from '../trust/group';
import type { DeviceId } from '../trust/identity';
import { Reader, Writer } from '../trust/layout';
import { formatIntroduction, parseIntroduction, readSession, sessionBytes } from './introduction';
import type { Introduction, Session } from './introduction';

export interface RosterEvents {
	/** Which run of the app the other device is in, and whether both hold the secret of one newest epoch. */
	standing(session: Session, isLevel: boolean): void;
	introduced(said: Introduction): void;
}

/** What the messages of kind `roster` are. */
const forms = ['entries', 'standing', 'introduction'] as const;

/** Bytes of entries in one message. */
const partBytes = 128 * 1024;
/** Messages that wait to be merged. */
const mostWaiting = 64;

/** Tells the other device of a link the whole roster first, then what changes, and takes what it tells. */
export class RosterExchange {
	readonly #link: Link;
	readonly #group: Group;
	readonly #session: Session;
	readonly #events: RosterEvents;
	#told = 0;
	#toldEpoch: EntryId | null = null;
	#peer: { readonly session: Session; readonly epoch: EntryId } | null = null;
	#waiting = 0;

	constructor(link: Link, group: Group, session: Session, events: RosterEvents) {
		this.#link = link;
		this.#group = group;
		this.#session = session;
		this.#events = events;
		link.watchMessages((kind, bytes) => {
			if (kind === 'roster') this.#take(bytes);
		});
		this.follow();
	}

	/** Whether both hold the secret of what each takes for the newest epoch. */
	get isLevel(): boolean {
		const { id } = this.#group.view().epoch;
		return this.#peer?.epoch === id && this.#group.secrets().has(id);
	}

	/** The group may have changed. */
	follow(): void {
		const entries = this.#group.entries();
		for (const part of partsOf(entries.slice(this.#told))) void this.#send('entries', part);
		this.#told = entries.length;
		const { id } = this.#group.view().epoch;
		if (this.#toldEpoch !== id && this.#group.secrets().has(id)) {
			this.#toldEpoch = id;
			void this.#send('standing', new Writer().put(sessionBytes(this.#session)).text(id).done());
		}
		if (this.#peer) this.#events.standing(this.#peer.session, this.isLevel);
	}

	introduce(said: Introduction): boolean {
		void this.#send('introduction', formatIntroduction(said));
		return true;
	}

	/** Tells a removed device that it was removed, and no more than that. Settles once it is said. */
	async partFrom(device: DeviceId): Promise<void> {
		const removals: Bytes[] = [];
		for (const bytes of this.#group.entries()) {
			const { statement } = await parseEntry(bytes);
			if (statement.kind === 'remove' && statement.device === device) removals.push(bytes);
		}
		await Promise.all(partsOf(removals).map((part) => this.#send('entries', part)));
	}

	#send(form: (typeof forms)[number], bytes: Bytes): Promise<void> {
		const message = joined(Uint8Array.of(forms.indexOf(form)), bytes);
		// One urgency, so that they arrive in the order they are said.
		return this.#link.send('roster', message, 'live').catch(() => this.#link.close('full'));
	}

	#take(bytes: Uint8Array): void {
		const form = forms[bytes[0] ?? forms.length];
		const rest = bytes.subarray(1);
		try {
			if (form === 'entries') return this.#merge(rest);
			if (form === 'standing') return this.#stand(rest);
			const said = form && parseIntroduction(rest);
			if (said) this.#events.introduced(said);
			else this.#link.close('bad-roster');
		} catch {
			this.#link.close('bad-roster');
		}
	}

	#stand(bytes: Uint8Array): void {
		const reader = new Reader(bytes);
		this.#peer = { session: readSession(reader), epoch: reader.text() };
		reader.end();
		this.#events.standing(this.#peer.session, this.isLevel);
	}

	#merge(bytes: Uint8Array): void {
		if (++this.#waiting > mostWaiting) return this.#link.close('flood');
		const reader = new Reader(bytes);
		const entries: Bytes[] = [];
		while (reader.left > 0) entries.push(reader.block());
		const merged = this.#group.merge(entries);
		// What was made by who knew of a removal must not be passed on before it is known here, too.
		this.#link.holdUntil(merged);
		merged.then(
			() => void this.#waiting--,
			() => this.#link.close('unable')
		);
	}
}

function partsOf(entries: readonly Bytes[]): readonly Bytes[] {
	const parts: Writer[] = [];
	let room = 0;
	for (const entry of entries) {
		if (entry.length + 2 > room) {
			parts.push(new Writer());
			room = partBytes;
		}
		parts.at(-1)?.block(entry);
		room -= entry.length + 2;
	}
	return parts.map((part) => part.done());
}
