import { expect, test } from 'vitest';
import type { SnapshotInfo } from '$lib/kith';
import { outdated } from './retention';

const dayMs = 86_400_000;
const start = 20_000 * dayMs;

function snapshot(takenAt: number, reason: SnapshotInfo['reason'] = 'daily'): SnapshotInfo {
	return { id: `${takenAt}-${reason}`, takenAt, reason, contacts: 1, size: 1 };
}

/** What is left after a snapshot a day, thinned each time. */
function afterDays(days: number): SnapshotInfo[] {
	let kept: SnapshotInfo[] = [];
	for (let day = 0; day < days; day++) {
		const now = start + day * dayMs + 3_600_000;
		kept.push(snapshot(now));
		const gone = outdated(kept, now);
		kept = kept.filter(({ id }) => !gone.includes(id));
	}
	return kept;
}

test('the first week is kept whole', () => {
	expect(afterDays(7)).toHaveLength(7);
});

test('a year of days leaves the last seven, four weeks and six months', () => {
	const kept = afterDays(365);
	const agesInDays = kept
		.map(({ takenAt }) => Math.round((start + 364 * dayMs + 3_600_000 - takenAt) / dayMs))
		.reverse();
	expect(agesInDays.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
	expect(kept.length).toBeLessThanOrEqual(7 + 4 + 6);
	expect(agesInDays.some((age) => age >= 14 && age < 28)).toBe(true);
	expect(agesInDays.at(-1)).toBeGreaterThanOrEqual(120);
});

test('at any day after half a year there is a snapshot at least four months old', () => {
	for (let days = 180; days < 260; days += 9) {
		const [oldest] = afterDays(days);
		expect(start + days * dayMs - (oldest?.takenAt ?? 0)).toBeGreaterThan(115 * dayMs);
	}
});

test('of one day the newest is kept', () => {
	const [early, late] = [snapshot(start + 1), snapshot(start + 2)];
	expect(outdated([early, late], start + 3)).toEqual([early.id]);
});

test('the last five before an import stay however old they are', () => {
	const imports = Array.from({ length: 7 }, (_, index) => snapshot(start + index, 'import'));
	expect(outdated(imports, start + 1000 * dayMs)).toEqual([imports[1]?.id, imports[0]?.id]);
});

test('a clock set back removes nothing that is newer than it', () => {
	const future = snapshot(start + 400 * dayMs);
	expect(outdated([future, snapshot(start)], start)).toEqual([]);
});
