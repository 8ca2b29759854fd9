/** Devices that exist only in a test: it sets their state, and says the stages of adding and joining. */
import type {
	Adding,
	AddStage,
	ConnectionCheck,
	DeviceFile,
	Devices,
	DevicesState,
	DeviceView,
	FileOutcome,
	FolderHandle,
	Joining,
	JoinRequest,
	JoinStage,
	WayIn
} from '$lib/devices';

export const noDevices: DevicesState = {
	isPaired: false,
	wasRemoved: false,
	own: null,
	others: [],
	removed: [],
	held: [],
	photosToCome: 0,
	meeting: 'open',
	network: { meetingPoint: { kind: 'own' }, iceServers: [], isRelayOnly: false },
	isSetAside: false,
	folder: null
};

export const device = (name: string, patch: Partial<DeviceView> = {}): DeviceView => ({
	id: `id-of-${name}`,
	name,
	words: 'kuda miro pela sotu',
	link: 'away',
	having: { kind: 'unknown' },
	seenAt: null,
	offence: null,
	...patch
});

/** A session as the worker has it. */
export interface TestSession<Stage> {
	readonly say: (stage: Stage) => void;
	closed: boolean;
	/** What the owner did in it. */
	readonly told: string[];
}

export class TestDevices implements Devices {
	readonly #listeners = new Set<(state: DevicesState) => void>();
	readonly added: (TestSession<AddStage> & { readonly way: WayIn; readonly name: string })[] = [];
	readonly joined: (TestSession<JoinStage> & { readonly request: JoinRequest })[] = [];
	readonly told: string[] = [];
	file: DeviceFile | null = { name: 'kith-kudamiropela-1.kith-sync', bytes: new Blob(['sealed']) };
	outcome: FileOutcome = { kind: 'taken', device: 'Laptop', changes: 12 };
	check: ConnectionCheck = { meeting: 'open', local: true, direct: false, relay: false, loopback: true };

	constructor(private state: DevicesState = noDevices) {}

	/** Changes the state, which every listener hears. */
	set(patch: Partial<DevicesState>): void {
		this.state = { ...this.state, ...patch };
		for (const listener of this.#listeners) listener(this.state);
	}

	get listening(): number {
		return this.#listeners.size;
	}

	async watch(listener: (state: DevicesState) => void) {
		this.#listeners.add(listener);
		listener(this.state);
		return () => void this.#listeners.delete(listener);
	}

	async rename(id: string, name: string) {
		const named = <T extends { readonly id: string }>(one: T) => (one.id === id ? { ...one, name } : one);
		this.set({ own: this.state.own && named(this.state.own), others: this.state.others.map(named) });
	}

	async remove(id: string) {
		const gone = this.state.others.filter((one) => one.id === id);
		this.set({
			others: this.state.others.filter((one) => one.id !== id),
			removed: [...this.state.removed, ...gone]
		});
	}

	async forgive(id: string) {
		this.set({ others: this.state.others.map((one) => (one.id === id ? { ...one, offence: null } : one)) });
	}

	async answerHeld(id: string, isAllowed: boolean) {
		this.told.push(`${isAllowed ? 'allow' : 'keep'} ${id}`);
		this.set({ held: this.state.held.filter((one) => one.id !== id) });
	}

	async wantPhoto(id: string) {
		this.told.push(`want ${id}`);
	}

	async add(way: WayIn, name: string, listener: (stage: AddStage) => void): Promise<Adding> {
		const session = { way, name, say: listener, closed: false, told: [] as string[] };
		this.added.push(session);
		return {
			scanned: async (text: string) => {
				session.told.push(`scanned ${text}`);
				return text.startsWith('kith:');
			},
			confirm: async () => void session.told.push('confirm'),
			decline: async () => void session.told.push('decline'),
			close: async () => void (session.closed = true)
		};
	}

	async join(request: JoinRequest, listener: (stage: JoinStage) => void): Promise<Joining> {
		const session = { request, say: listener, closed: false, told: [] as string[] };
		this.joined.push(session);
		return { close: async () => void (session.closed = true) };
	}

	async editNetwork(network: DevicesState['network']) {
		this.set({ network });
	}

	async checkConnection() {
		return this.check;
	}

	async wake() {
		this.told.push('wake');
	}

	async sleep() {
		this.told.push('sleep');
	}

	async leave() {
		this.told.push('leave');
	}

	async saveFile() {
		return this.file;
	}

	async openFile(file: Blob) {
		this.told.push(`open ${file.size}`);
		return this.outcome;
	}

	async useFolder(handle: FolderHandle | null) {
		this.set({ folder: handle && { handle, name: handle.name, status: 'ready', at: 0 } });
	}
}
