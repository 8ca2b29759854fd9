/** What ten years of use leave behind in a document, against one written afresh with the same content; `growth` is the worse. */
import * as Y from 'yjs';
import { writeAfresh } from '../address-book/afresh';
import { liveTenYears } from '../address-book/ten-years';
import { closeAndRest } from '../browser';
import { atMost, median, type Outcomes } from '../figures';
import type { Stages } from '../stage';
import type { Venue } from '../venue';

const warmUps = 1;
const runs = 7;

export async function measureGrowth(stages: Stages): Promise<Outcomes> {
	stages.say('Living ten years on three devices …');
	const doc = liveTenYears();
	const [lived, fresh] = [asStored(doc), asStored(writeAfresh(doc))];
	const venue = await stages.empty({ lived, fresh });
	await fill(venue);
	stages.say('Loading what was lived and what was written afresh, in turn …');
	const times = { lived: [] as number[], fresh: [] as number[] };
	for (let run = -warmUps; run < runs; run++) {
		const [freshMs, livedMs] = [await load(venue, 'fresh'), await load(venue, 'lived')];
		if (run < 0) continue;
		times.fresh.push(freshMs);
		times.lived.push(livedMs);
	}
	stages.say(`  ${times.lived.map(Math.round).join(' ')} against ${times.fresh.map(Math.round).join(' ')}`);
	const bytes = atMost(1.3, lived.length / 1000, fresh.length / 1000, 'kB');
	const time = atMost(1.3, median(times.lived), median(times.fresh), 'ms');
	return { growth: bytes.ratio > time.ratio ? bytes : time, 'growth-size': bytes, 'growth-load': time };
}

/** As it lies on the disk after it was opened and compacted. */
function asStored(doc: Y.Doc): Uint8Array {
	const opened = new Y.Doc();
	Y.applyUpdate(opened, Y.encodeStateAsUpdate(doc));
	return Y.encodeStateAsUpdate(opened);
}

async function fill(venue: Venue): Promise<void> {
	const page = await venue.openBarePage();
	await page.evaluate(async () => {
		for (const name of ['fresh', 'lived']) await window.bench.fillDatabase(name, name);
	});
	await closeAndRest(page);
}

async function load(venue: Venue, name: string): Promise<number> {
	const page = await venue.openBarePage();
	const { ms } = await page.evaluate((name) => window.bench.loadWholly(name), name);
	await closeAndRest(page);
	return ms;
}
