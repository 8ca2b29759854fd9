/** The owner's devices as every tab has them, while one tab is on the network. */
import type {
	AddStage,
	Adding,
	ConnectionCheck,
	Devices,
	DevicesState,
	FolderHandle,
	Joining,
	JoinRequest,
	JoinStage,
	NetworkSettings,
	WayIn
} from '$lib/devices';
import type { Clock } from '../clock';
import type { OwnDevices } from '../owner/own-devices';
import { Lead, type Locks } from './lead';
import { relay, type Answer, type Relayed, type TabChannel, type TabMessage } from './tab-messages';

/** How long a leading tab may take to say that it is there. */
const patienceMs = 2_000;

export interface TabDevicesPorts {
	readonly locks: Locks;
	/** One channel of all tabs. */
	readonly channel: TabChannel;
	readonly clock: Clock;
	readonly newId: () => string;
	/** Asked for each time this tab takes the lead. */
	readonly open: () => Promise<OwnDevices>;
}

export interface TabDevices extends Devices {
	close(): Promise<void>;
}

export function openTabDevices(ports: TabDevicesPorts): TabDevices {
	return new Tab(ports);
}

interface Call {
	readonly settle: (value: unknown) => void;
	readonly fail: (reason: Error) => void;
	/** Stops the wait for a word that it was heard. */
	heard: () => void;
}

class Tab implements TabDevices {
	readonly #ports: TabDevicesPorts;
	readonly #lead: Lead;
	readonly #listeners = new Set<(state: DevicesState) => void>();
	readonly #calls = new Map<string, Call>();
	/** What ends here when another tab takes the lead. */
	readonly #sessions = new Set<() => void>();
	#state: DevicesState | null = null;
	#own: Promise<OwnDevices> | null = null;
	/** Why this tab could not open them; null once something is known. */
	#failure: Error | null = null;
	#stopAsking: (() => void) | null = null;
	#isClosed = false;

	constructor(ports: TabDevicesPorts) {
		this.#ports = ports;
		this.#lead = new Lead(ports.locks, 'kith-network', { led: () => this.#open(), lost: () => this.#follow() });
		ports.channel.addEventListener('message', ({ data }) => this.#hear(data));
		this.#lead.wait();
		this.#ask();
	}

	async watch(listener: (state: DevicesState) => void): Promise<() => void> {
		if (this.#failure && !this.#state) throw this.#failure;
		this.#listeners.add(listener);
		if (this.#state) listener(this.#state);
		return () => void this.#listeners.delete(listener);
	}

	rename = (id: string, name: string) => this.#call('rename', [id, name]);
	remove = (id: string) => this.#call('remove', [id]);
	forgive = (id: string) => this.#call('forgive', [id]);
	answerHeld = (id: string, isAllowed: boolean) => this.#call('answerHeld', [id, isAllowed]);
	editNetwork = (settings: NetworkSettings) => this.#call('editNetwork', [settings]);
	saveFile = () => this.#call('saveFile', []);
	openFile = (file: Blob) => this.#call('openFile', [file]);
	useFolder = (handle: FolderHandle | null) => this.#call('useFolder', [handle]);
	wantPhoto = (id: string) => this.#call('wantPhoto', [id]);
	wake = () => this.#call('wake', []);
	sleep = () => this.#call('sleep', []);
	leave = () => this.#call('leave', []);

	async add(way: WayIn, name: string, listener: (stage: AddStage) => void): Promise<Adding> {
		const session = await (await this.#leading()).add(way, name, listener);
		return {
			scanned: (text) => session.scanned(text),
			confirm: () => session.confirm(),
			decline: () => session.decline(),
			close: this.#untilLost(session, listener)
		};
	}

	async join(request: JoinRequest, listener: (stage: JoinStage) => void): Promise<Joining> {
		const session = await (await this.#leading()).join(request, listener);
		return { close: this.#untilLost(session, listener) };
	}

	async checkConnection(): Promise<ConnectionCheck> {
		return (await this.#leading()).checkConnection();
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.#listeners.clear();
		this.#answeredFor();
		for (const { heard, fail } of this.#calls.values()) {
			heard();
			fail(new Error('closed'));
		}
		this.#calls.clear();
		const own = this.#own;
		this.#lead.leave();
		this.#ports.channel.close();
		await (await own?.catch(() => null))?.close();
	}

	/** Takes the lead, if another tab has it. */
	async #leading(): Promise<OwnDevices> {
		await this.#lead.take();
		if (!this.#own) throw new Error('closed');
		return this.#own;
	}

	/** The close of a session that also ends when another tab takes the lead. */
	#untilLost(
		session: Joining,
		listener: (stage: { readonly kind: 'refused'; readonly word: 'closed' }) => void
	): () => Promise<void> {
		const lost = () => {
			this.#sessions.delete(lost);
			listener({ kind: 'refused', word: 'closed' });
		};
		this.#sessions.add(lost);
		return () => {
			this.#sessions.delete(lost);
			return session.close();
		};
	}

	async #call<Name extends Relayed>(name: Name, values: readonly unknown[]): Promise<Answer<Name>> {
		if (this.#lead.isHeld || this.#isClosed) return relay(await this.#leading(), name, values);
		const id = this.#ports.newId();
		const answered = await new Promise<{ readonly value: unknown } | null>((resolve, reject) => {
			const heard = this.#ports.clock.after(patienceMs, () => {
				this.#calls.delete(id);
				resolve(null);
			});
			this.#calls.set(id, { settle: (value) => resolve({ value }), fail: reject, heard });
			this.#post({ kind: 'call', id, name, values });
		});
		return answered ? (answered.value as Answer<Name>) : relay(await this.#leading(), name, values);
	}

	/** Whether somebody leads; if not, this tab does. */
	#ask(): void {
		if (this.#lead.isHeld || this.#stopAsking) return;
		this.#stopAsking = this.#ports.clock.after(patienceMs, () => {
			this.#stopAsking = null;
			void this.#lead.take();
		});
		this.#post({ kind: 'ask' });
	}

	#hear(message: TabMessage): void {
		if (this.#isClosed) return;
		if (message.kind === 'state') this.#told(message.state);
		else if (message.kind === 'here') this.#answeredFor();
		else if (message.kind === 'heard') this.#calls.get(message.id)?.heard();
		else if (message.kind === 'done' || message.kind === 'failed') this.#answered(message);
		else if (!this.#lead.isHeld) return;
		else if (message.kind === 'ask') this.#post(this.#state ? { kind: 'state', state: this.#state } : { kind: 'here' });
		else if (message.kind === 'call') void this.#answer(message);
	}

	#told(state: DevicesState): void {
		if (this.#lead.isHeld) return;
		this.#answeredFor();
		this.#show(state);
	}

	/** Somebody leads. */
	#answeredFor(): void {
		this.#stopAsking?.();
		this.#stopAsking = null;
	}

	#answered(message: TabMessage & { readonly kind: 'done' | 'failed' }): void {
		const call = this.#calls.get(message.id);
		if (!call) return;
		this.#calls.delete(message.id);
		call.heard();
		if (message.kind === 'done') call.settle(message.value);
		else call.fail(Object.assign(new Error(message.text), { name: message.name }));
	}

	async #answer({ id, name, values }: TabMessage & { readonly kind: 'call' }): Promise<void> {
		this.#post({ kind: 'heard', id });
		try {
			this.#post({ kind: 'done', id, value: await relay(await this.#leading(), name, values) });
		} catch (reason) {
			const { name, message: text } = reason instanceof Error ? reason : new Error(String(reason));
			this.#post({ kind: 'failed', id, name, text });
		}
	}

	#open(): void {
		this.#answeredFor();
		const opening = this.#ports.open();
		this.#own = opening;
		const tell = (state: DevicesState) => {
			if (this.#own !== opening) return;
			this.#show(state);
			this.#post({ kind: 'state', state });
		};
		opening.then((own) => own.watch(tell)).catch((reason: unknown) => this.#unopened(opening, reason));
	}

	#unopened(opening: Promise<OwnDevices>, reason: unknown): void {
		console.info('Other devices cannot be reached from this tab:', String(reason));
		if (this.#own !== opening) return;
		this.#own = null;
		this.#failure = reason instanceof Error ? reason : new Error(String(reason));
		this.#lead.leave();
	}

	#follow(): void {
		const own = this.#own;
		this.#own = null;
		for (const lost of [...this.#sessions]) lost();
		own
			?.then((opened) => opened.close())
			.catch((reason: unknown) => console.info('Other devices were not left cleanly:', String(reason)));
		// It does not take the lead back by itself: whoever took it is looked at, and this tab may have been frozen.
		if (!this.#isClosed && !this.#failure) this.#lead.wait();
	}

	#show(state: DevicesState): void {
		this.#state = state;
		this.#failure = null;
		for (const listener of [...this.#listeners]) listener(state);
	}

	#post(message: TabMessage): void {
		if (!this.#isClosed) this.#ports.channel.postMessage(message);
	}
}
