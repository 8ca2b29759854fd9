import type { LucideIcon } from '@lucide/svelte';

/** Somewhere the shell leads to. */
export interface Place {
	readonly id: string;
	readonly label: string;
	readonly href: string;
	readonly icon: LucideIcon;
}
