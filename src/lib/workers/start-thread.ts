import type { ThreadKind } from './thread';
import threadUrl from './thread?worker&url';
import { trustedScriptUrl } from './trusted-url';

/** The app's own threads, each in a worker of its own. */
export const startThread = (kind: ThreadKind): Worker =>
	new Worker(trustedScriptUrl(threadUrl), { type: 'module', name: `kith-${kind}` });
