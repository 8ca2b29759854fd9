/** How long a device that lost power still counts as connected. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineOf, openDevices } from '../../e2e/support/devices';
import { chooseEmpty } from '../../e2e/support/verbs';
import { startKillable } from '../../support/killable-chromium';
import { openNewDevice, pairTimed } from '../devices';
import { atMost, median, type Outcomes } from '../figures';
import type { Stages } from '../stage';

const deaths = 3;
const limitMs = 12_000;

export async function measureDeadPeer(stages: Stages): Promise<Outcomes> {
	stages.say('Killing a device and waiting until the other one notices …');
	const venue = await stages.empty({});
	const profile = mkdtempSync(join(tmpdir(), 'kith-dead-peer-'));
	const times: number[] = [];
	try {
		const laptop = await openNewDevice('Laptop', venue);
		for (let death = 0; death < deaths; death++) {
			const browser = await startKillable(profile);
			const { page } = browser;
			await page.goto(`${venue.server.origin}/settings/devices`);
			const phone = { name: 'Phone', context: page.context(), page };
			if (death === 0) {
				await page.goto(`${venue.server.origin}/`);
				await chooseEmpty(page);
				await pairTimed(laptop, phone);
				await openDevices(laptop);
			}
			const connected = lineOf(laptop, phone.name).getByText('Connected');
			await connected.waitFor({ timeout: 60_000 });
			const start = performance.now();
			await browser.kill();
			await connected.waitFor({ state: 'hidden', timeout: 60_000 });
			times.push(performance.now() - start);
		}
	} finally {
		rmSync(profile, { recursive: true, force: true });
	}
	stages.say(`  ${times.map(Math.round).join(' ')}`);
	return { 'dead-peer': atMost(1, median(times), limitMs, 'ms') };
}
