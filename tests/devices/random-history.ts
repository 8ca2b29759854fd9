import type { ContactId } from '$lib/domain/contact';
import type { InteractionDraft } from '$lib/domain/interaction';
import { Device } from './device';
import { Oracle } from './oracle';
import { Chance } from './random';

const start = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;
/** Of the devices' clocks against the true time: most are right, one is a day behind, one absurdly ahead. */
const skews = [0, 0, 0, -dayMs, 700 * dayMs];

/** One random life of some devices: edits, deliveries late, doubled and out of order, and restarts. */
export class RandomHistory {
	readonly devices: readonly Device[];
	readonly oracle = new Oracle();
	/** Characters typed into each contact's notes by any device, less those that any deleted. */
	readonly typed = new Map<ContactId, Set<string>>();
	/** Whether every clock is right. */
	readonly isTimely: boolean;
	readonly #chance: Chance;
	readonly #sent: { readonly by: Device; readonly update: Uint8Array }[] = [];
	#time = start;
	/** Above every default, so that what is written always differs. */
	#made = 100;

	constructor(seed: number) {
		this.#chance = new Chance(seed);
		this.isTimely = this.#chance.is(0.5);
		this.devices = Array.from({ length: 2 + this.#chance.below(4) }, (_, index) => {
			const skew = this.isTimely ? 0 : (this.#chance.pick(skews) ?? 0);
			const device: Device = new Device(`d${index}`, {
				now: () => this.#time + skew,
				send: (update) => this.#sent.push({ by: device, update }),
				clientId: () => this.#chance.below(2 ** 31)
			});
			return device;
		});
	}

	run(): void {
		const steps = 12 + this.#chance.below(28);
		this.#add(this.#anyDevice());
		for (let step = 0; step < steps; step++) {
			this.#time += 1 + this.#chance.below(1000);
			if (this.#chance.is(0.45)) this.#deliver();
			else this.#act(this.#anyDevice());
		}
	}

	/** Everything reaches everyone: by each message in any order, or by asking each other for what is missing. */
	finish(): void {
		const [first, ...others] = this.#chance.shuffled(this.devices);
		for (const { update } of this.#chance.shuffled(this.#sent)) first?.receive(update);
		for (const device of others) for (const other of this.devices) device.pullFrom(other);
	}

	#anyDevice(): Device {
		const device = this.#chance.pick(this.devices);
		if (!device) throw new Error('a history has devices');
		return device;
	}

	#deliver(): void {
		const to = this.#anyDevice();
		if (this.#chance.is(0.1)) return to.restart();
		if (this.#chance.is(0.3)) return to.pullFrom(this.#anyDevice());
		for (let count = this.#chance.below(5); count >= 0; count--) {
			const message = this.#chance.pick(this.#sent);
			if (message && message.by !== to) to.receive(message.update);
		}
	}

	#act(device: Device): void {
		const actions = [
			this.#add,
			this.#editText,
			this.#editText,
			this.#editEntry,
			this.#editTag,
			this.#type,
			this.#type,
			this.#moveToOrFromTrash,
			this.#log,
			this.#editInteraction,
			this.#editReminder,
			this.#editSettings
		];
		this.#chance.pick(actions)?.call(this, device);
	}

	#add(device: Device): void {
		const id = `c${++this.#made}`;
		const emails = [{ label: 'home', value: 'born@example.org', preferred: true }];
		device.doc.change(() =>
			device.doc.contacts.add(id, { given: 'Ana', emails, tags: [{ name: 'born' }] }, this.#time)
		);
		this.typed.set(id, new Set());
		if (this.#made % 2) return;
		const reminder = { title: 'Call', contactId: id, due: '2026-02-01', time: '', leadDays: 0, repeat: null };
		device.doc.change(() => device.doc.reminders.add(`r${this.#made}`, reminder, this.#time));
	}

	#contactOn(device: Device): ContactId | undefined {
		return this.#chance.pick([...device.doc.contacts.ids()]);
	}

	#write(device: Device, register: string, value: unknown, run: () => void): void {
		this.oracle.write(device, register, value, () => device.doc.change(run));
	}

	#editText(device: Device): void {
		const id = this.#contactOn(device);
		const field = this.#chance.pick(['given', 'circle', 'family'] as const);
		if (!id || !field) return;
		const value = `v${++this.#made}`;
		this.#write(device, `contacts/${id}/${field}`, value, () =>
			device.doc.contacts.edit(id, { texts: { [field]: value } })
		);
	}

	#editEntry(device: Device): void {
		const id = this.#contactOn(device);
		const entry = this.#chance.pick(['0', 'e1', 'e2']);
		if (!id || !entry) return;
		const isThere = device.doc.contacts.read(id)?.emails.some((email) => email.id === entry);
		const value = isThere && this.#chance.is(0.3) ? null : { label: 'work', value: `v${++this.#made}` };
		const given = value && { ...value, preferred: this.#chance.is(0.5) };
		this.#write(device, `contacts/${id}/emails/${entry}`, value, () =>
			device.doc.contacts.edit(id, { lists: { emails: { [entry]: given } } })
		);
	}

	#editTag(device: Device): void {
		const id = this.#contactOn(device);
		const name = this.#chance.pick(['born', 'climbing']);
		if (!id || !name) return;
		const isThere = device.doc.contacts.read(id)?.tags.some((tag) => tag.id === name);
		const value = isThere ? null : { name };
		this.#write(device, `contacts/${id}/tags/${name}`, value, () =>
			device.doc.contacts.edit(id, { lists: { tags: { [isThere ? name : `t${++this.#made}`]: value } } })
		);
	}

	/** Types or deletes one character; what it was typed upon may have changed under it since. */
	#type(device: Device): void {
		const id = this.#contactOn(device);
		if (!id) return;
		const before = device.doc.contacts.read(id)?.notes ?? '';
		if (this.#chance.is(0.5)) this.#deliver();
		if (![...device.doc.contacts.ids()].includes(id)) return;
		const characters = [...before];
		const at = this.#chance.below(characters.length + 1);
		const doomed = characters[at];
		const typed = String.fromCodePoint(0x1f300 + ++this.#made);
		const isDeletion = doomed !== undefined && this.#chance.is(0.3);
		const after = isDeletion ? characters.toSpliced(at, 1) : characters.toSpliced(at, 0, typed);
		device.doc.change(() => device.doc.contacts.editNotes(id, before, after.join('')));
		if (isDeletion) this.typed.get(id)?.delete(doomed);
		else this.typed.get(id)?.add(typed);
	}

	#moveToOrFromTrash(device: Device): void {
		const id = this.#contactOn(device);
		if (!id) return;
		const deletedAt = device.doc.contacts.isLive(id) ? start + ++this.#made : 0;
		this.#write(device, `contacts/${id}/deletedAt`, deletedAt, () => device.doc.contacts.setDeleted(id, deletedAt));
	}

	#draft(device: Device): InteractionDraft {
		return {
			contactIds: [this.#contactOn(device) ?? ''].filter(Boolean),
			kind: this.#chance.pick(['meal', 'call', 'other']) ?? 'other',
			when: `2026-01-${10 + this.#chance.below(20)}`,
			note: `n${++this.#made}`,
			place: '',
			initiator: '',
			direction: '',
			duration: this.#chance.below(2),
			pinned: this.#chance.below(2) === 1
		};
	}

	#log(device: Device): void {
		const id = `i${++this.#made}`;
		device.doc.change(() => device.doc.interactions.add(id, this.#draft(device), this.#time));
	}

	#editInteraction(device: Device): void {
		const id = this.#chance.pick([...device.doc.interactions.all.keys()]);
		if (!id) return;
		const { interactions } = device.doc;
		if (this.#chance.is(0.4)) {
			const deletedAt = interactions.all.get(id)?.deletedAt ? 0 : start + ++this.#made;
			return this.#write(device, `interactions/${id}/deletedAt`, deletedAt, () =>
				interactions.setDeleted(id, deletedAt)
			);
		}
		const draft = this.#draft(device);
		this.#write(device, `interactions/${id}`, draft.note, () => interactions.edit(id, draft));
	}

	#editReminder(device: Device): void {
		const id = this.#chance.pick([...device.doc.reminders.ids()]);
		const title = `t${++this.#made}`;
		if (id) this.#write(device, `reminders/${id}/title`, title, () => device.doc.reminders.edit(id, { title }));
	}

	#editSettings(device: Device): void {
		const todayCount = ++this.#made;
		this.#write(device, 'settings/todayCount', todayCount, () => device.doc.editSettings({ todayCount }));
	}
}
