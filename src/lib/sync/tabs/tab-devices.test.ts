import { expect, test } from 'vitest';
import type { AddStage, DevicesState } from '$lib/devices';
import { plainNetwork } from '../owner/kept';
import type { OwnDevices } from '../owner/own-devices';
import { openTabDevices, type TabDevices } from './tab-devices';
import { testBrowser, type Browser } from './test-tabs';

const nobody: DevicesState = {
	isPaired: false,
	wasRemoved: false,
	own: null,
	others: [],
	removed: [],
	held: [],
	meeting: 'none',
	network: plainNetwork,
	photosToCome: 0,
	isSetAside: false,
	folder: null
};

/** Devices that tell what is done with them. */
class TestOwn implements OwnDevices {
	readonly told: string[] = [];
	isClosed = false;
	#listener: (state: DevicesState) => void = () => {};

	say(state: Partial<DevicesState>): void {
		this.#listener({ ...nobody, ...state });
	}
	async watch(listener: (state: DevicesState) => void) {
		this.#listener = listener;
		listener(nobody);
		return () => undefined;
	}
	async rename(id: string, name: string) {
		this.told.push(`rename ${id} ${name}`);
	}
	async remove(id: string) {
		throw Object.assign(new Error(`no ${id}`), { name: 'TrustError' });
	}
	async forgive() {}
	async wantPhoto() {}
	async answerHeld() {}
	async editNetwork() {}
	async checkConnection() {
		return { meeting: 'none', local: true, direct: false, relay: false, loopback: true } as const;
	}
	async add() {
		return {
			scanned: async () => true,
			confirm: async () => void this.told.push('confirm'),
			decline: async () => undefined,
			close: async () => void this.told.push('close')
		};
	}
	async join() {
		return { close: async () => undefined };
	}
	async wake() {
		this.told.push('wake');
	}
	async sleep() {}
	async leave() {}
	async saveFile() {
		return null;
	}
	async openFile(file: Blob) {
		this.told.push(`open ${file.size}`);
		return { kind: 'refused', word: 'alone', device: '' } as const;
	}
	async useFolder() {}
	async close() {
		this.isClosed = true;
	}
}

interface TestTab {
	readonly devices: TabDevices;
	readonly opened: TestOwn[];
	readonly states: DevicesState[];
	readonly luck: { isFrozen: boolean; cannotOpen: boolean };
	leads(): boolean;
}

let ids = 0;

function openTab(browser: Browser, cannotOpen = false): TestTab {
	const opened: TestOwn[] = [];
	const luck = { isFrozen: false, cannotOpen };
	const devices = openTabDevices({
		locks: browser.locks,
		channel: browser.channels.channel(() => luck.isFrozen),
		clock: browser.clock,
		newId: () => String(ids++),
		open: async () => {
			if (luck.cannotOpen) throw new Error('no keys');
			const own = new TestOwn();
			opened.push(own);
			return own;
		}
	});
	return { luck, devices, opened, states: [], leads: () => opened.length > 0 && !opened.at(-1)?.isClosed };
}

const turns = async () => {
	for (let turn = 0; turn < 40; turn++) await Promise.resolve();
};

async function watched(tab: TestTab): Promise<TestTab> {
	await tab.devices.watch((state) => tab.states.push(state));
	await turns();
	return tab;
}

const pass = (browser: Browser, ms: number) => browser.clock.play(ms, turns);

test('N1 one of five tabs is on the network, and another when it is closed', async () => {
	const browser = testBrowser();
	const tabs = [];
	for (let tab = 0; tab < 5; tab++) tabs.push(await watched(openTab(browser)));
	await pass(browser, 60_000);
	expect(tabs.map((tab) => tab.leads())).toEqual([true, false, false, false, false]);
	await tabs[0]?.devices.close();
	await turns();
	expect(tabs.map((tab) => tab.leads())).toEqual([false, true, false, false, false]);
	expect(tabs[0]?.opened[0]?.isClosed).toBe(true);
});

test('N2 what the leading tab knows is told in all, also to one opened later', async () => {
	const browser = testBrowser();
	const leading = await watched(openTab(browser));
	const other = await watched(openTab(browser));
	leading.opened[0]?.say({ isPaired: true });
	await turns();
	expect(other.states.at(-1)?.isPaired).toBe(true);
	const late = await watched(openTab(browser));
	expect(late.states.at(-1)?.isPaired).toBe(true);
});

test('N3 what is asked in another tab is done by the leading one, and a failure comes back with its word', async () => {
	const browser = testBrowser();
	const leading = await watched(openTab(browser));
	const other = await watched(openTab(browser));
	await other.devices.rename('a', 'Laptop');
	expect(leading.opened[0]?.told).toEqual(['rename a Laptop']);
	const file = new Blob(['1234']);
	expect(await other.devices.openFile(file)).toEqual({ kind: 'refused', word: 'alone', device: '' });
	expect(leading.opened[0]?.told).toContain('open 4');
	await expect(other.devices.remove('b')).rejects.toMatchObject({ name: 'TrustError', message: 'no b' });
	expect(other.leads()).toBe(false);
});

test('N4 adding takes the lead, and what another tab was at ends with a word', async () => {
	const browser = testBrowser();
	const first = await watched(openTab(browser));
	const second = await watched(openTab(browser));
	const stages: AddStage[] = [];
	await first.devices.add('code', 'Laptop', (stage) => stages.push(stage));
	const adding = await second.devices.add('code', 'Laptop', () => undefined);
	await turns();
	expect([first.leads(), second.leads()]).toEqual([false, true]);
	expect(stages).toEqual([{ kind: 'refused', word: 'closed' }]);
	await adding.confirm();
	await adding.close();
	expect(second.opened[0]?.told).toEqual(['confirm', 'close']);
	await pass(browser, 60_000);
	expect([first.leads(), second.leads()]).toEqual([false, true]);
});

test('N5 the lead is taken from a tab that froze, by one that is looked at, and stays there once it thaws', async () => {
	const browser = testBrowser();
	const frozen = await watched(openTab(browser));
	const seen = await watched(openTab(browser));
	frozen.luck.isFrozen = true;
	const woken = seen.devices.wake();
	await pass(browser, 1_900);
	expect(seen.leads()).toBe(false);
	await pass(browser, 200);
	await woken;
	expect(seen.opened[0]?.told).toEqual(['wake']);
	frozen.luck.isFrozen = false;
	await pass(browser, 60_000);
	expect([frozen.leads(), seen.leads()]).toEqual([false, true]);
});

test('N5 a leading tab that is still opening is not taken for frozen', async () => {
	const browser = testBrowser();
	let open = (_: OwnDevices) => {};
	const opening = new Promise<OwnDevices>((settle) => (open = settle));
	const slow = openTabDevices({
		locks: browser.locks,
		channel: browser.channels.channel(() => false),
		clock: browser.clock,
		newId: () => 'slow',
		open: () => opening
	});
	const other = await watched(openTab(browser));
	await pass(browser, 10_000);
	expect(other.leads()).toBe(false);
	open(new TestOwn());
	await turns();
	expect(other.states).toHaveLength(1);
	await slow.close();
});

test('N6 a tab that cannot open them lets others lead, says so, and tries again when looked at', async () => {
	const browser = testBrowser();
	const broken = openTab(browser, true);
	await turns();
	await expect(broken.devices.watch(() => undefined)).rejects.toThrow('no keys');
	const whole = await watched(openTab(browser));
	expect(whole.leads()).toBe(true);
	await whole.devices.close();
	await turns();
	broken.luck.cannotOpen = false;
	const woken = broken.devices.wake();
	await pass(browser, 3_000);
	await woken;
	expect(broken.leads()).toBe(true);
});

test('N7 closed tabs leave nothing behind', async () => {
	const browser = testBrowser();
	const tabs = [await watched(openTab(browser)), await watched(openTab(browser)), await watched(openTab(browser))];
	const asked = tabs[1]?.devices.rename('a', 'b');
	const failed = expect(asked).rejects.toThrow('closed');
	for (const tab of tabs.reverse()) await tab.devices.close();
	await failed;
	await turns();
	expect(browser.locks.held).toBe(0);
	expect(browser.locks.waiting).toBe(0);
	expect(browser.channels.open).toBe(0);
	browser.clock.advance(60_000);
	expect(tabs.some((tab) => tab.leads())).toBe(false);
});
