import { describe, expect, it } from 'vitest';
import { draftOfForm, splitName, type ContactForm } from './contact-form';
import { draftOf, entryOf, listFields } from './person/list-fields';

const blank: ContactForm = { texts: {}, email: '', phone: '', more: [], notes: '' };
const addresses = listFields.find(({ key }) => key === 'addresses');
if (!addresses) throw new Error('addresses have no fields');

describe('a new contact', () => {
	it('is a name and nothing else, if that is all one knows', () => {
		expect(draftOfForm({ ...blank, texts: { given: ' Ana ', family: '' } })).toEqual({ given: 'Ana' });
	});

	it('may be an email alone', () => {
		expect(draftOfForm({ ...blank, email: 'ana@example.org' })).toEqual({
			emails: [{ label: '', value: 'ana@example.org' }]
		});
	});

	it('is nobody when all one wrote is a note', () => {
		expect(draftOfForm({ ...blank, notes: 'met at the fair', texts: { given: '  ' } })).toBeNull();
	});

	it('has the first phone before those added under more fields, and drops entries left empty', () => {
		const phones = listFields.find(({ key }) => key === 'phones');
		if (!phones) throw new Error('phones have no fields');
		const draft = draftOfForm({
			...blank,
			phone: '1',
			more: [
				{ id: 'a', field: phones, entry: { label: 'work', value: ' 2 ', preferred: true } },
				{ id: 'b', field: phones, entry: { label: 'home', value: ' ' } },
				{ id: 'c', field: addresses, entry: { ...draftOf(addresses), city: 'Lyon' } }
			]
		});
		expect(draft).toEqual({
			phones: [
				{ label: '', value: '1' },
				{ label: 'work', value: '2', preferred: true }
			],
			addresses: [{ label: '', street: '', postcode: '', city: 'Lyon', region: '', country: '' }]
		});
	});

	it.each([
		['Ana', { given: 'Ana', family: '' }],
		['Ana Maria Silva', { given: 'Ana Maria', family: 'Silva' }]
	])('%s, typed as one name, is split', (name, parts) => {
		expect(splitName(name)).toEqual(parts);
	});
});

describe('the fields of each list', () => {
	const entries = {
		emails: { label: '', value: 'x' },
		phones: { label: '', value: 'x' },
		websites: { label: '', value: 'x' },
		messengers: { label: '', service: 'signal', value: 'x' },
		profiles: { label: '', service: 'x', value: 'x' },
		dates: { label: '', date: '1985' },
		addresses: { label: '', street: 'x', city: 'x', region: 'x', postcode: 'x', country: 'x' }
	};

	it.each(listFields.map((field) => [field.key, field] as const))('%s keep all that an entry holds', (key, field) => {
		expect(entryOf(field, draftOf(field, { id: '1', ...entries[key] }))).toEqual(entries[key]);
	});
});
