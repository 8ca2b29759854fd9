import type { Bytes } from './bytes';

type Listener = (bytes: Bytes) => void;

/** Who listens to what. */
export function createListeners() {
	const byTopic = new Map<string, Set<{ readonly hear: Listener }>>();
	return {
		topics: (): string[] => [...byTopic.keys()],
		has: (topic: string): boolean => byTopic.has(topic),
		/** What it gives stops it, and says whether that was still to do. */
		add(topic: string, hear: Listener): () => boolean {
			const entry = { hear };
			const entries = byTopic.get(topic) ?? new Set();
			byTopic.set(topic, entries.add(entry));
			return () => {
				if (!entries.delete(entry)) return false;
				if (entries.size === 0 && byTopic.get(topic) === entries) byTopic.delete(topic);
				return true;
			};
		},
		/** Each listener gets bytes of its own, so that none can change another's. */
		tell(topic: string, bytes: Bytes): void {
			for (const { hear } of [...(byTopic.get(topic) ?? [])]) hear(bytes.slice());
		},
		clear: (): void => byTopic.clear()
	};
}
