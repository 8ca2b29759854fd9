import { virtualClock, type VirtualClock } from '../clock';
import { systemRandom, toHex } from '../trust/bytes';
import { foundGroup, type Group, type GroupPorts } from '../trust/group';
import { createKeyPairs, identityOf } from '../trust/identity';
import { memoryKeyStore, type KeyStore } from '../trust/key-store';
import { openGuest, type GuestSession } from './guest';
import { openHost, type HostSession } from './host';
import { createCodeInvitation, createLinkInvitation, type Entrance, type NoEntrance, type Opened } from './invitations';
import { memoryPost, type Fate, type Mailbox, type Post } from './mailbox';

const start = 1_800_000_000_000;

export async function createDevice(clock: VirtualClock): Promise<GroupPorts> {
	return {
		identity: await identityOf(await createKeyPairs()),
		store: memoryKeyStore(),
		random: systemRandom,
		now: clock.now
	};
}

export interface World {
	readonly clock: VirtualClock;
	readonly post: Post;
	readonly phone: Group;
	/** Of each new device, in their order. */
	readonly stores: KeyStore[];
	/** Lets so many milliseconds pass, in which everybody deals with what comes. */
	pass(ms: number): Promise<void>;
	host(opened: Opened, mailbox?: Mailbox): Promise<HostSession>;
	guest(entrance: Entrance | NoEntrance, name?: string, mailbox?: Mailbox): Promise<GuestSession>;
}

/** Two devices or more, a post between them, and time that is moved by hand. */
export async function createWorld(fate?: Fate, step = 100): Promise<World> {
	const clock = virtualClock(start);
	const post = memoryPost(clock, fate);
	const phone = await foundGroup(await createDevice(clock), 'Phone');
	const sessions: { settled(): Promise<void> }[] = [];
	const stores: KeyStore[] = [];
	const ports = (mailbox: Mailbox = post.open()) => ({ mailbox, clock, random: systemRandom });
	return {
		clock,
		post,
		phone,
		stores,
		async pass(ms) {
			for (let passed = 0; passed < ms; passed += step) {
				clock.advance(step);
				await Promise.all(sessions.map((session) => session.settled()));
			}
		},
		async host(opened, mailbox) {
			const session = await openHost({ ...ports(mailbox), ...opened, group: phone });
			sessions.push(session);
			return session;
		},
		async guest(entrance, name = 'Laptop', mailbox) {
			if (entrance.kind === 'refused') throw new Error(entrance.word);
			const self = await createDevice(clock);
			stores.push(self.store);
			const session = await openGuest({ ...ports(mailbox), ...entrance, name, self });
			sessions.push(session);
			return session;
		}
	};
}

const app = 'https://kith.example/';
export const byCode = async (world: World) => createCodeInvitation(systemRandom, world.clock.now());
export const byLink = async (world: World) => createLinkInvitation(app, systemRandom, world.clock.now());
export const refused = (word: string) => ({ kind: 'refused', word });
export function digitsOf(session: HostSession | GuestSession): string {
	const state = session.state();
	return 'digits' in state ? state.digits : state.kind;
}
/** The secrets are in what was sent only when they could be found there by one who reads everything but has no key. */
export const isSecretSeen = ({ phone, post }: World): boolean => {
	const seen = post.seen.map(toHex).join();
	return [...phone.secrets().values()].some((secret) => seen.includes(toHex(secret)));
};
/** Frames of the level that only the two devices can read, from the host, longer than a word: the gift is among them. */
export const giftsSent = ({ post }: World): number =>
	post.seen.filter((frame) => frame[1] === 1 && frame[2] === 1 && frame.length > 200).length;
