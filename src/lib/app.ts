/** Plugs the document, its bytes on this device and the projections of it together. */
import type { Adapters } from './app/adapters';
import { bringingOf } from './app/bring-in';
import { emptyTrash } from './app/empty-trash';
import { followingOf, type Following } from './app/following';
import { Opened } from './app/opened';
import { questionsOf } from './app/questions';
import { safekeepingOf } from './app/safekeeping';
import { statusOf } from './app/status';
import { verbsOf } from './app/verbs';
import type { Kith } from './kith';

/** The verbs and questions of an opened document. */
export type OpenedKith = Kith & Following;

export function openKith(adapters: Adapters): OpenedKith {
	const opened = new Opened(adapters);
	void emptyTrash(opened);
	return {
		ready: async () => ({ quarantined: adapters.log.quarantined, broughtBack: adapters.log.broughtBack }),
		...statusOf(opened),
		...followingOf(opened),
		...questionsOf(opened),
		...verbsOf(opened),
		...bringingOf(opened),
		...safekeepingOf(opened)
	};
}
