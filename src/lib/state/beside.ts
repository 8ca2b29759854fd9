import { createContext } from 'svelte';
import type { ContactId } from '$lib/domain/contact';
import type { PhotoUrls } from './photo-urls.svelte';

export type Marks = readonly (readonly [number, number])[];

/** Someone a search found, best first. Marks are [start, end) in UTF-16 units. */
export interface Found {
	readonly id: ContactId;
	readonly nameMarks: Marks;
	/** Where else the words stand; empty when only the name fits. */
	readonly snippet: string;
	readonly snippetMarks: Marks;
}

/** What a page reaches beside the document. Made in the root layout. */
export interface Beside {
	readonly search: (text: string) => Promise<readonly Found[]>;
	readonly photos: PhotoUrls;
	readonly newId: () => string;
}

export const [getBeside, setBeside] = createContext<Beside>();
