import { expect, it } from 'vitest';
import { circleIds, defaultSettings, type Circle, type Settings } from '$lib/domain/settings';
import { exchange, replica, rootOf, type Replica } from './test-replica';

const edit = ({ doc }: Replica, patch: Partial<Settings>) => doc.change(() => doc.editSettings(patch));
const circle = ({ doc }: Replica, id: Circle['id']) => doc.readSettings().circles.find((one) => one.id === id);

it('D5 what was never set has its default', () => {
	expect(replica('a').doc.readSettings()).toEqual(defaultSettings);
});

it('D20 two devices that change different circles keep both changes', () => {
	const [a, b] = [replica('a'), replica('b')];
	edit(a, { circles: [{ id: 'inner', name: 'Kin', idealDays: 7, maxDays: 14 }] });
	edit(b, { circles: [{ id: 'outer', name: 'Far', idealDays: 400, maxDays: 800 }] });
	exchange(a, b);
	expect(a.doc.readSettings()).toEqual(b.doc.readSettings());
	expect([circle(a, 'inner')?.name, circle(a, 'outer')?.name]).toEqual(['Kin', 'Far']);
	expect(a.doc.readSettings().circles.map(({ id }) => id)).toEqual(circleIds);
});

it('D3 the later of two settings wins on both devices', () => {
	const [a, b] = [replica('a', 2000), replica('b', 1000)];
	edit(a, { todayCount: 5 });
	edit(b, { todayCount: 7 });
	exchange(a, b);
	expect([a.doc.readSettings().todayCount, b.doc.readSettings().todayCount]).toEqual([5, 5]);
});

it('D12 what is no setting of the document is not written there', () => {
	const a = replica('a');
	edit(a, { theme: 'dark', toString: 'x', todayCount: 4 } as Partial<Settings>);
	edit(a, { circles: [{ id: 'made-up', name: 'x', idealDays: 1, maxDays: 2 } as unknown as Circle] });
	expect([...rootOf(a, 'settings').keys()]).toEqual(['todayCount~a']);
});

it('D9 values of a wrong type give the default', () => {
	const a = replica('a');
	const hostile = {
		me: 5,
		todayCount: 'x',
		countingKinds: 'all',
		ownKinds: { a: 1 },
		leapDay: '02-30',
		'circle/inner': [1]
	};
	for (const [field, value] of Object.entries(hostile)) rootOf(a, 'settings').set(`${field}~x`, [9, value]);
	expect(a.doc.readSettings()).toEqual(defaultSettings);
});

it('D9 a circle’s days are at least one, and at most never less than ideally', () => {
	const a = replica('a');
	rootOf(a, 'settings').set('circle/inner~x', [9, { id: 'outer', name: 7, idealDays: 0, maxDays: -4 }]);
	expect(circle(a, 'inner')).toEqual({ id: 'inner', name: '', idealDays: 1, maxDays: 28 });
	rootOf(a, 'settings').set('circle/inner~x', [9, { name: 'Kin', idealDays: 90, maxDays: 5 }]);
	expect(circle(a, 'inner')).toEqual({ id: 'inner', name: 'Kin', idealDays: 90, maxDays: 90 });
});

it('D4 two kinds changed at once on two devices keep both changes', () => {
	const [a, b] = [replica('a'), replica('b')];
	a.doc.change(() => a.doc.editKind('meal', { counts: false }));
	b.doc.change(() => b.doc.editKind('Chess', { counts: true, own: true }));
	exchange(a, b);
	expect(a.doc.readSettings()).toEqual(b.doc.readSettings());
	const { countingKinds, ownKinds } = a.doc.readSettings();
	expect(countingKinds).toEqual([...defaultSettings.countingKinds.filter((kind) => kind !== 'meal'), 'Chess']);
	expect(ownKinds).toEqual(['Chess']);
});

it('D4 a list of kinds set whole changes only those that differ', () => {
	const [a, b] = [replica('a', 2000), replica('b', 1000)];
	edit(a, { countingKinds: ['met', 'call'], ownKinds: ['Chess'] });
	b.doc.change(() => b.doc.editKind('Padel', { counts: true, own: true }));
	exchange(a, b);
	expect(a.doc.readSettings()).toMatchObject({
		countingKinds: ['met', 'call', 'Padel'],
		ownKinds: ['Chess', 'Padel']
	});
});

it('D5 a list of kinds that was written whole is still read', () => {
	const a = replica('a');
	rootOf(a, 'settings').set('ownKinds~x', [9, ['Chess', 'Go']]);
	a.doc.change(() => a.doc.editKind('Go', { own: false }));
	expect(a.doc.readSettings().ownKinds).toEqual(['Chess']);
});

const differing: readonly [string, Partial<Settings>, Partial<Settings>, unknown, unknown][] = [
	['todayCount', { todayCount: 5 }, { todayCount: 7 }, 5, 7],
	['leapDay', { leapDay: '03-01' }, { leapDay: '02-28' }, '03-01', '02-28'],
	[
		'circle/inner',
		{ circles: [{ id: 'inner', name: 'Kin', idealDays: 7, maxDays: 14 }] },
		{ circles: [{ id: 'inner', name: '', idealDays: 10, maxDays: 20 }] },
		{ id: 'inner', name: 'Kin', idealDays: 7, maxDays: 14 },
		{ id: 'inner', name: '', idealDays: 10, maxDays: 20 }
	]
];

it.each(differing)(
	'D3 of %s set on two devices at once, the other value is kept',
	(field, later, earlier, now, value) => {
		const [a, b] = [replica('a', 2000), replica('b', 1000)];
		// So that the default is a value that someone chose.
		if (field === 'leapDay') edit(b, { leapDay: '03-01' });
		edit(a, later);
		edit(b, earlier);
		exchange(a, b);
		for (const { doc } of [a, b]) {
			expect(doc.settingsOthers()).toMatchObject([{ field: `settings/${field}`, now, value }]);
		}
	}
);

it.each([true, false])('D16 whichever value of a setting is picked (%s) is the only one on every device', (first) => {
	const [a, b] = [replica('a', 2000), replica('b', 1000)];
	a.doc.change(() => a.doc.editKind('meal', { counts: false }));
	b.doc.change(() => b.doc.editKind('meal', { counts: true }));
	exchange(a, b);
	const [other] = b.doc.settingsOthers();
	expect(other).toMatchObject({ field: 'settings/counting/meal', now: false, value: true });
	b.doc.change(() => b.doc.pick('', other?.field ?? '', first ? other?.now : other?.value));
	exchange(a, b);
	for (const { doc } of [a, b]) {
		expect(doc.settingsOthers()).toEqual([]);
		expect(doc.readSettings().countingKinds.includes('meal')).toBe(!first);
	}
});

it('D9 what is no setting cannot be picked', () => {
	const a = replica('a');
	expect(a.doc.change(() => a.doc.pick('', 'settings/theme', 'dark'))).toBeNull();
	expect(rootOf(a, 'settings').size).toBe(0);
});
