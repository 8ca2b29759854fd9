import { createContext } from 'svelte';
import type { SearchResult } from '$lib/domain/search/result';
import type { PhotoUrls } from './photo-urls.svelte';

/** What a page reaches beside the document. Made in the root layout. */
export interface Beside {
	/** Best first; null when a later question has overtaken this one, whose answer no longer matters. */
	readonly search: (text: string, limit: number) => Promise<readonly SearchResult[] | null>;
	readonly photos: PhotoUrls;
	readonly newId: () => string;
}

export const [getBeside, setBeside] = createContext<Beside>();
