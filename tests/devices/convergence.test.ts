import { describe, expect, it } from 'vitest';
import type { Device } from './device';
import { RandomHistory } from './random-history';
import { readShown } from './shown';

const histories = Number(process.env['KITH_HISTORIES'] ?? 10_000);
const firstSeed = Number(process.env['KITH_SEED'] ?? 1);
/** Few enough at once that a failing one is soon named. */
const chunk = 500;

describe('any history of edits on two to five devices', () => {
	for (let seed = firstSeed; seed < firstSeed + histories; seed += chunk) {
		const last = Math.min(seed + chunk, firstSeed + histories) - 1;
		it(`ends equal everywhere with nothing lost (seeds ${seed} to ${last}) [D3]`, () => {
			for (let current = seed; current <= last; current++) replay(current);
		});
	}
});

function replay(seed: number): void {
	const history = new RandomHistory(seed);
	try {
		history.run();
		history.finish();
		expectEqual(history.devices);
		expectRowsFollowed(history.devices);
		expectNothingLost(history);
		expectNotesWhole(history);
	} catch (error) {
		throw new Error(`Replay with: KITH_SEED=${seed} KITH_HISTORIES=1 npx vitest run tests/devices/convergence`, {
			cause: error
		});
	}
}

function expectEqual([first, ...others]: readonly Device[]): void {
	const expected = first?.everything();
	const text = JSON.stringify(expected);
	for (const other of others) {
		const found = other.everything();
		if (JSON.stringify(found) !== text) expect(found).toEqual(expected);
	}
}

/** The rows that changes patched are those that the document gives when read anew. */
function expectRowsFollowed(devices: readonly Device[]): void {
	const rowsOn = ({ rows }: Device) => [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
	const patched = devices.map(rowsOn);
	devices[0]?.restart();
	const anew = devices[0] && rowsOn(devices[0]);
	for (const rows of patched) if (JSON.stringify(rows) !== JSON.stringify(anew)) expect(rows).toEqual(anew);
}

function expectNothingLost({ devices, oracle, isTimely }: RandomHistory): void {
	const [device] = devices;
	if (!device) return;
	for (const register of oracle.registers) {
		const left = oracle.left(register);
		const shown = readShown(device, register);
		if (shown.others) expect([shown.winner, ...shown.others].sort(), register).toEqual([...left].sort());
		else expect(left, register).toContain(shown.winner);
		if (isTimely) expect(shown.winner, register).toBe(oracle.latest(register));
	}
}

function expectNotesWhole({ devices, typed }: RandomHistory): void {
	for (const [id, characters] of typed) {
		expect([...(devices[0]?.doc.contacts.read(id)?.notes ?? '')].sort()).toEqual([...characters].sort());
	}
}
