/** From navigation to the first names on screen, against loading and listing the document without the app. */
import { closeAndRest } from '../browser';
import { atMost, median, type Outcomes } from '../figures';
import { plainDatabase, type Stage, type Stages } from '../stage';
import { recordNames } from '../page/probes';

const names = 20;
/** Shows that many at once. */
const tall = { width: 1280, height: 1600 };
const warmUps = 1;
const runs = 7;

export async function measureStart(stages: Stages): Promise<Outcomes> {
	const stage = await stages.full();
	stages.say('Starting the app and loading plainly, in turn …');
	const starts: number[] = [];
	const loads: number[] = [];
	for (let run = -warmUps; run < runs; run++) {
		const load = await loadPlainly(stage);
		const start = await startApp(stage);
		if (run < 0) continue;
		loads.push(load.loadMs + load.readMs);
		starts.push(start);
	}
	stages.say(`  ${starts.map(Math.round).join(' ')} against ${loads.map(Math.round).join(' ')}`);
	return { start: atMost(0.35, median(starts), median(loads), 'ms') };
}

export async function loadPlainly(stage: Stage) {
	const page = await stage.openBarePage();
	const load = await page.evaluate((name) => window.bench.loadPlainly(name), plainDatabase);
	await closeAndRest(page);
	if (load.contacts !== stage.draft.contacts.length) throw new Error(`The plain load read ${load.contacts} contacts`);
	return load;
}

async function startApp(stage: Stage): Promise<number> {
	const page = await stage.newAppPage();
	await page.setViewportSize(tall);
	await page.addInitScript(recordNames, names);
	await page.goto(`${stage.server.origin}/people`);
	await page.waitForFunction(() => 'namesShownAt' in window, null, { timeout: 60_000 });
	const shownAt = await page.evaluate(() => (window as unknown as { namesShownAt: number }).namesShownAt);
	await closeAndRest(page);
	return shownAt;
}
