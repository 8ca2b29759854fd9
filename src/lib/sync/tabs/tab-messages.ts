/** What the tabs of one device tell each other about its other devices. */
import type { Devices, DevicesState } from '$lib/devices';

/** What any tab may ask of the leading one. */
export const relayed = [
	'rename',
	'remove',
	'forgive',
	'answerHeld',
	'editNetwork',
	'wantPhoto',
	'wake',
	'sleep'
] as const;
export type Relayed = (typeof relayed)[number];

export type TabMessage =
	| { readonly kind: 'state'; readonly state: DevicesState }
	/** Does somebody lead? The answer is the state, or `here` while it is not known yet. */
	| { readonly kind: 'ask' }
	| { readonly kind: 'here' }
	| { readonly kind: 'call'; readonly id: string; readonly name: Relayed; readonly values: readonly unknown[] }
	/** The leading tab is at it. */
	| { readonly kind: 'heard'; readonly id: string }
	/** Done, or why not: the error's name, which is the word for the screen, and its text. */
	| {
			readonly kind: 'done';
			readonly id: string;
			readonly error: { readonly name: string; readonly text: string } | null;
	  };

/** What is used of a `BroadcastChannel`. */
export interface TabChannel {
	postMessage(message: TabMessage): void;
	addEventListener(type: 'message', listener: (event: { readonly data: TabMessage }) => void): void;
	close(): void;
}

/** Does in the leading tab what another one asked; the values are those of the method, from a tab of ours. */
export function relay(devices: Devices, name: Relayed, values: readonly unknown[]): Promise<void> {
	const method = devices[name] as (...values: readonly unknown[]) => Promise<void>;
	return method.apply(devices, values as unknown[]);
}
