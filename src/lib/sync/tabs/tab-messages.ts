/** What the tabs of one device tell each other about its other devices. */
import type { Devices, DevicesState } from '$lib/devices';

/** What any tab may ask of the leading one. */
export type Relayed =
	| 'rename'
	| 'remove'
	| 'forgive'
	| 'answerHeld'
	| 'editNetwork'
	| 'wantPhoto'
	| 'saveFile'
	| 'openFile'
	| 'useFolder'
	| 'wake'
	| 'sleep'
	| 'leave';

/** What it answers. */
export type Answer<Name extends Relayed> = Awaited<ReturnType<Devices[Name]>>;

export type TabMessage =
	| { readonly kind: 'state'; readonly state: DevicesState }
	/** Does somebody lead? The answer is the state, or `here` while it is not known yet. */
	| { readonly kind: 'ask' }
	| { readonly kind: 'here' }
	| { readonly kind: 'call'; readonly id: string; readonly name: Relayed; readonly values: readonly unknown[] }
	/** The leading tab is at it. */
	| { readonly kind: 'heard'; readonly id: string }
	| { readonly kind: 'done'; readonly id: string; readonly value: unknown }
	/** Why not: the error's name, which is the word for the screen, and its text. */
	| { readonly kind: 'failed'; readonly id: string; readonly name: string; readonly text: string };

/** What is used of a `BroadcastChannel`. */
export interface TabChannel {
	postMessage(message: TabMessage): void;
	addEventListener(type: 'message', listener: (event: { readonly data: TabMessage }) => void): void;
	close(): void;
}

/** Does in the leading tab what another one asked; the values are those of the method, from a tab of ours. */
export function relay<Name extends Relayed>(
	devices: Devices,
	name: Name,
	values: readonly unknown[]
): Promise<Answer<Name>> {
	const method = devices[name] as (...values: readonly unknown[]) => Promise<Answer<Name>>;
	return method.apply(devices, values as unknown[]);
}
