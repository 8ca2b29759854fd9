/**
 * What a bare page of the app's origin does for the bench: it fills the browser's storage and runs the baselines. The
 * app itself is never loaded in it.
 */
import { countAlarms, isAppPrepared, sizeOfCaches } from './app-stores';
import { fetchTexts, foldedScan } from './folded-scan';
import { fillDatabase, loadPlainly, loadWholly } from './plain-load';
import { answerMessages, answerRaw, completeRaw, offerRaw, roundTrips, sendRaw } from './raw-channel';
import { strictPuts } from './strict-puts';

const bench = {
	countAlarms,
	isAppPrepared,
	sizeOfCaches,
	fetchTexts,
	foldedScan,
	fillDatabase,
	loadPlainly,
	loadWholly,
	strictPuts,
	offerRaw,
	answerRaw,
	completeRaw,
	answerMessages,
	sendRaw,
	roundTrips
};

declare global {
	interface Window {
		bench: typeof bench;
	}
}
window.bench = bench;
