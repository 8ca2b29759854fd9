import { entryField } from '$lib/doc/contact-fields';
import { interactionField } from '$lib/doc/interactions';
import { reminderField } from '$lib/doc/reminders';
import type { OtherValue } from '$lib/domain/contact';
import type { Interaction } from '$lib/domain/interaction';
import type { Device } from './device';

/** What a device shows of a register, as JSON; `others` is null where concurrent values are nowhere shown. */
export interface Shown {
	readonly winner: string;
	readonly others: readonly string[] | null;
}

const shown = (winner: unknown, others: readonly unknown[] | null): Shown => ({
	winner: JSON.stringify(winner),
	others: others && others.map((value) => JSON.stringify(value))
});

const valuesOf = (others: readonly OtherValue[], field: string) =>
	others.filter((other) => other.field === field).map(({ value }) => value);

/** @param register `contacts/<id>/given`, `contacts/<id>/emails/<entry id>`, `interactions/<id>` … */
export function readShown({ doc }: Device, register: string): Shown {
	const [root = '', id = '', ...rest] = register.split('/');
	const field = rest.join('/');
	if (root === 'settings') return shown(doc.readSettings().todayCount, valuesOf(doc.settingsOthers(), register));
	if (root === 'interactions') {
		const interaction = doc.interactions.all.get(id);
		if (field) return shown(interaction?.deletedAt, null);
		const others = valuesOf(doc.interactions.others(id), interactionField(id)) as readonly Interaction[];
		return shown(
			interaction?.note,
			others.map(({ note }) => note)
		);
	}
	if (root === 'reminders') {
		return shown(doc.reminders.read(id)?.title, valuesOf(doc.reminders.others(id), reminderField(id, field)));
	}
	const contact = doc.contacts.read(id);
	if (field === 'deletedAt') return shown(contact?.deletedAt, null);
	const others = valuesOf(doc.contacts.others(id), field);
	const place = entryField(field);
	if (!place) return shown(contact?.[field as 'given'], others);
	const entry = contact?.[place.list].find((one) => one.id === place.id);
	const { id: _, preferred: __, ...value } = { id: '', preferred: false, ...entry };
	return shown(entry ? value : null, others);
}
