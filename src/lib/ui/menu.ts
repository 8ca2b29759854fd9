import type { LucideIcon } from '@lucide/svelte';

/** One line of a menu. `checked` given makes it a switch; `apart` draws a hairline above it. */
export interface MenuItem {
	readonly label: string;
	readonly icon?: LucideIcon;
	readonly onselect: () => void;
	readonly checked?: boolean;
	readonly apart?: boolean;
	readonly disabled?: boolean;
}
