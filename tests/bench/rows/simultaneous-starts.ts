/** Two devices that wake at the same moment, a hundred times, and whom they and their browsers spoke to meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineOf, type Device } from '../../e2e/support/devices';
import { openNewDevice, pairTimed } from '../devices';
import { atLeast, atMost, type Outcomes } from '../figures';
import { netLogArgs, readNetLog, trafficIn } from '../net-log';
import type { Stages } from '../stage';
import type { Venue } from '../venue';

const starts = 100;
/** The app tries again by itself; a start that takes longer has failed. */
const patienceMs = 30_000;
/** The one that lets another in never asked for its own name. */
const laptopName = 'Chrome on Linux';

/** `third-party-bytes` is against the bytes between the devices, their host and its meeting point. */
export async function measureSimultaneousStarts(stages: Stages): Promise<Outcomes> {
	const folder = mkdtempSync(join(tmpdir(), 'kith-net-log-'));
	const logs = ['laptop.json', 'phone.json'].map((name) => join(folder, name));
	try {
		stages.say(`Starting two paired devices at the same moment, ${starts} times …`);
		const [laptopLog, phoneLog] = logs as [string, string];
		const first = await stages.empty({}, netLogArgs(laptopLog));
		const other = await first.another(netLogArgs(phoneLog));
		const connected = await countConnected(first, other, (line) => stages.say(line));
		await first.close();
		const traffics = logs.map((log) => trafficIn(readNetLog(log)));
		for (const { strangers } of traffics) if (strangers.length) stages.say(`  Strangers: ${strangers.join(', ')}`);
		const sum = (of: 'own' | 'thirdParty') => traffics.reduce((all, traffic) => all + traffic[of], 0);
		return {
			'simultaneous-starts': atLeast(1, connected, starts, 'starts'),
			'third-party-bytes': atMost(0, sum('thirdParty'), sum('own'), 'B')
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function countConnected(first: Venue, other: Venue, say: (line: string) => void): Promise<number> {
	let devices = [await openNewDevice('Laptop', first), await openNewDevice('Phone', other)] as const;
	await pairTimed(...devices);
	const address = `${first.server.origin}/settings/devices`;
	let connected = 0;
	for (let count = 0; count < starts; count++) {
		const [laptop, phone] = [await afresh(devices[0]), await afresh(devices[1])];
		devices = [laptop, phone];
		await Promise.all(devices.map(({ page }) => page.goto(address)));
		const [isLaptop, isPhone] = await Promise.all([seesConnected(laptop, 'Phone'), seesConnected(phone, laptopName)]);
		if (isLaptop && isPhone) connected++;
		else
			say(
				`  Start ${count + 1}: ${isLaptop ? '' : 'the laptop sees no phone '}${isPhone ? '' : 'the phone sees no laptop'}`
			);
	}
	return connected;
}

/** As a device whose app was closed. */
async function afresh({ name, context, page }: Device): Promise<Device> {
	const next = await context.newPage();
	await page.close();
	return { name, context, page: next };
}

const seesConnected = (device: Device, other: string): Promise<boolean> =>
	lineOf(device, other)
		.getByText('Connected')
		.waitFor({ timeout: patienceMs })
		.then(
			() => true,
			() => false
		);
