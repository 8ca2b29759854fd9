import type { LucideIcon } from '@lucide/svelte';
import CalendarHeart from '@lucide/svelte/icons/calendar-heart';
import Dot from '@lucide/svelte/icons/circle-dot';
import Mail from '@lucide/svelte/icons/mail';
import Letter from '@lucide/svelte/icons/mailbox';
import Message from '@lucide/svelte/icons/message-circle';
import Phone from '@lucide/svelte/icons/phone';
import Met from '@lucide/svelte/icons/users-round';
import Meal from '@lucide/svelte/icons/utensils';
import Video from '@lucide/svelte/icons/video';
import type { KnownKind } from '$lib/domain/interaction';
import { isKnownKind } from '$lib/domain/interaction';

const icons: Record<KnownKind, LucideIcon> = {
	met: Met,
	meal: Meal,
	call: Phone,
	video: Video,
	message: Message,
	mail: Mail,
	letter: Letter,
	event: CalendarHeart,
	other: Dot
};

/** One of the owner's own kinds looks like "other". */
export const kindIcon = (kind: string): LucideIcon => icons[isKnownKind(kind) ? kind : 'other'];
