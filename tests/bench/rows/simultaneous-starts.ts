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

const pairs = 4;
/** Within the hellos that a device says in an hour, for so many starts take minutes. */
const startsOfPair = 25;
/** The app tries again by itself; a start that takes longer has failed. */
const patienceMs = 30_000;
/** The one that lets another in never asked for its own name. */
const laptopName = 'Chrome on Linux';

/** `third-party-bytes` is against the bytes between the devices, their host and its meeting point. */
export async function measureSimultaneousStarts(stages: Stages): Promise<Outcomes> {
	const folder = mkdtempSync(join(tmpdir(), 'kith-net-log-'));
	const starts = pairs * startsOfPair;
	const sums = { own: 0, thirdParty: 0 };
	let connected = 0;
	try {
		stages.say(`Starting two paired devices at the same moment, ${starts} times …`);
		const venue = await stages.empty({});
		for (let pair = 0; pair < pairs; pair++) {
			const logs = ['laptop', 'phone'].map((name) => join(folder, `${name}-${pair}.json`));
			const venues = await Promise.all(logs.map((log) => venue.another(netLogArgs(log))));
			connected += await countConnected(venues, (line) => stages.say(line));
			for (const { close } of venues) await close();
			for (const { own, thirdParty, strangers } of logs.map((log) => trafficIn(readNetLog(log)))) {
				if (strangers.length) stages.say(`  Strangers: ${strangers.join(', ')}`);
				sums.own += own;
				sums.thirdParty += thirdParty;
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return {
		'simultaneous-starts': atLeast(1, connected, starts, 'starts'),
		'third-party-bytes': atMost(0, sums.thirdParty, sums.own, 'B')
	};
}

async function countConnected(venues: readonly Venue[], say: (line: string) => void): Promise<number> {
	const [first, other] = venues as [Venue, Venue];
	let [laptop, phone] = [await openNewDevice('Laptop', first), await openNewDevice('Phone', other)];
	await pairTimed(laptop, phone);
	let connected = 0;
	for (let start = 1; start <= startsOfPair; start++) {
		[laptop, phone] = [await afresh(laptop), await afresh(phone)];
		const address = `${first.server.origin}/settings/devices`;
		await Promise.all([laptop.page.goto(address), phone.page.goto(address)]);
		const seen = await Promise.all([seesConnected(laptop, 'Phone'), seesConnected(phone, laptopName)]);
		if (seen.every(Boolean)) connected++;
		else
			say(
				`  At start ${start} the laptop saw ${seen[0] ? 'the phone' : 'nobody'}, the phone ${seen[1] ? 'the laptop' : 'nobody'}`
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
