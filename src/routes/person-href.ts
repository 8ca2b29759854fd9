import { resolve } from '$app/paths';
import type { ContactId } from '$lib/domain/contact';

/** Where a person's page is. */
export const personHref = (id: ContactId): string => `${resolve('/people')}?person=${encodeURIComponent(id)}`;
