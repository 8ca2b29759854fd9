import type { ContactId } from '$lib/domain/contact';

/** Their name and where their page is; undefined for whoever is not in Kith. */
export type PersonOf = (id: ContactId) => { readonly name: string; readonly href: string } | undefined;

export const nobody: PersonOf = () => undefined;
