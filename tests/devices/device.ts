import * as Y from 'yjs';
import { Projection } from '$lib/app/projection';
import { KithDocument } from '$lib/doc/doc';
import type { Row } from '$lib/domain/row';

/** Given, it need not be drawn at random each time. */
const guid = 'kith';
const fromAfar = Symbol('from another device');

/** A device in memory: its document, what it would send, and the rows a page on it would show. */
export class Device {
	yjs = new Y.Doc({ guid });
	doc!: KithDocument;
	projection!: Projection;
	rows = new Map<string, Row>();

	/** @param world the clock here, what is to be done with each change made here, and a client id for each opening */
	constructor(
		readonly replica: string,
		private readonly world: {
			readonly now: () => number;
			readonly send?: (update: Uint8Array) => void;
			readonly clientId?: () => number;
		}
	) {
		this.#open();
	}

	receive(update: Uint8Array): void {
		Y.applyUpdate(this.yjs, update, fromAfar);
	}

	/** Takes over all that another device has. */
	pullFrom(other: Device): void {
		this.receive(Y.encodeStateAsUpdate(other.yjs, Y.encodeStateVector(this.yjs)));
	}

	/** As when the app is closed and opened again. */
	restart(): void {
		const stored = Y.encodeStateAsUpdate(this.yjs);
		this.yjs.destroy();
		this.yjs = new Y.Doc({ guid });
		Y.applyUpdate(this.yjs, stored);
		this.#open();
	}

	/** How much of what a client wrote is in the document here. */
	clockOf(client: number): number {
		return Y.getState(this.yjs.store, client);
	}

	/** All that can be read here, as plain data. */
	everything(): unknown {
		const { contacts, interactions, reminders } = this.doc;
		const contactIds = [...contacts.ids()].sort();
		const reminderIds = [...reminders.ids()].sort();
		const happened = [...interactions.all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
		return {
			contacts: contactIds.map((id) => [contacts.read(id), contacts.others(id), contacts.survivor(id)]),
			interactions: happened.map((interaction) => [interaction, interactions.others(interaction.id)]),
			reminders: reminderIds.map((id) => [reminders.read(id), reminders.others(id)]),
			settings: this.doc.readSettings()
		};
	}

	#open(): void {
		if (this.world.clientId) this.yjs.clientID = this.world.clientId();
		this.doc = new KithDocument(this.yjs, this.replica, this.world.now);
		this.projection = new Projection(this.doc);
		this.rows = new Map(this.projection.head().rows.map((row) => [row.id, row]));
		this.doc.watch((touched) => {
			const change = this.projection.apply(touched);
			for (const id of change.removed) this.rows.delete(id);
			for (const row of change.rows) this.rows.set(row.id, row);
		});
		this.yjs.on('update', (update, origin) => {
			if (origin !== fromAfar) this.world.send?.(update);
		});
	}
}

/** All devices as if they had met until none had news. */
export function meet(...devices: readonly Device[]): void {
	for (const one of devices) for (const other of devices) other.pullFrom(one);
	for (const one of devices) for (const other of devices) other.pullFrom(one);
}
