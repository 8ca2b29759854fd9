/**
 * What is injected into a page of the app before its own scripts, to see as its owner sees. Each function is passed as
 * text, so it uses nothing from outside itself.
 */

/** Notes as `window.namesShownAt` when so many people of the list are in view, painted; ms since navigation. */
export function recordNames(count: number): void {
	const isShown = (link: Element) => {
		const { top, bottom, height } = link.getBoundingClientRect();
		return height > 0 && top >= 0 && bottom <= innerHeight && link.textContent.trim() !== '';
	};
	const observer = new MutationObserver(() => {
		const links = [...document.querySelectorAll('ul li a[data-person]')];
		if (links.length < count || links.filter(isShown).length < count) return;
		observer.disconnect();
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => Object.assign(window, { namesShownAt: performance.now() });
			port2.postMessage(null);
		});
	});
	observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
}

/** A key pressed while searching, and the ms until the list last changed what it shows of the first people. */
export interface SearchedKey {
	readonly key: string;
	/** Null as long as it shows the same as before. */
	ms: number | null;
}

/** Keeps all keys pressed as `window.searchedKeys`. */
export function recordSearch(): void {
	const keys: SearchedKey[] = [];
	Object.assign(window, { searchedKeys: keys });
	let pressedAt = 0;
	let shown = '';
	const look = () =>
		[...document.querySelectorAll('ul li a[data-person]')]
			.slice(0, 8)
			.map((link) => `${link.textContent}${[...link.querySelectorAll('mark')].map((mark) => mark.textContent).join()}`)
			.join();
	const press = ({ key, timeStamp }: KeyboardEvent) => {
		pressedAt = timeStamp;
		keys.push({ key, ms: null });
	};
	addEventListener('keydown', press, { capture: true });
	new MutationObserver(() => {
		const pressed = keys.at(-1);
		const now = look();
		if (now === shown || !pressed) return;
		shown = now;
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => (pressed.ms = performance.now() - pressedAt);
			port2.postMessage(null);
		});
	}).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Notes as `window.usableAt` when Today takes a sentence and says whom to reach; ms since 1970. */
export function recordUsable(): void {
	const observer = new MutationObserver(() => {
		const field = [...document.querySelectorAll('textarea')].find(({ labels }) =>
			[...labels].some((label) => label.textContent.trim() === 'What happened?')
		);
		if (!field || field.disabled || field.getBoundingClientRect().height === 0) return;
		if (!document.querySelector('article h3 a')) return;
		observer.disconnect();
		Object.assign(window, { usableAt: performance.timeOrigin + performance.now() });
	});
	observer.observe(document, { childList: true, subtree: true, characterData: true });
}

/** In the document's worker: keeps as `self.durableAt` when each write of an update was durable; ms since 1970. */
export function recordDurable(): void {
	const times: number[] = [];
	Object.assign(self, { durableAt: times });
	const { transaction: begin } = IDBDatabase.prototype;
	IDBDatabase.prototype.transaction = function (stores, mode, options) {
		const transaction = begin.call(this, stores, mode, options);
		const isUpdate = mode === 'readwrite' && options?.durability === 'strict' && [stores].flat().includes('updates');
		if (isUpdate) {
			transaction.addEventListener('complete', () => times.push(performance.timeOrigin + performance.now()));
		}
		return transaction;
	};
}

/** Keeps as `window.confirmedAt` when Enter was pressed last; ms since 1970. */
export function recordConfirm(): void {
	const press = ({ key, timeStamp }: KeyboardEvent) => {
		if (key === 'Enter') Object.assign(window, { confirmedAt: performance.timeOrigin + timeStamp });
	};
	addEventListener('keydown', press, { capture: true });
}

/** Keeps as `window.firstExchanges` the ms from each yes to another device until both are said to have the same. */
export function recordFirstExchange(): void {
	const times: number[] = [];
	Object.assign(window, { firstExchanges: times });
	let agreedAt: number | null = null;
	const click = ({ target, timeStamp }: MouseEvent) => {
		if (target instanceof Element && target.closest('button')?.textContent.trim() === 'Yes, add it')
			agreedAt = timeStamp;
	};
	addEventListener('click', click, { capture: true });
	new MutationObserver(() => {
		if (agreedAt === null || !document.body.innerText.includes('Both devices now have')) return;
		times.push(performance.now() - agreedAt);
		agreedAt = null;
	}).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Keeps as `window.shownAt` when the words asked for by `window.waitFor` were next on the page; ms since 1970. */
export function recordWords(): void {
	const shownAt: Record<string, number> = {};
	const wanted = new Set<string>();
	const waitFor = (words: string) => {
		delete shownAt[words];
		wanted.add(words);
	};
	Object.assign(window, { shownAt, waitFor });
	new MutationObserver(() => {
		for (const words of wanted) {
			if (!document.body.textContent.includes(words)) continue;
			wanted.delete(words);
			shownAt[words] = performance.timeOrigin + performance.now();
		}
	}).observe(document, { childList: true, subtree: true, characterData: true });
}

/** In the service worker: keeps as `self.checks` how long each periodic check took, from the event to its end; ms. */
export function recordChecks(): void {
	const checks: number[] = [];
	Object.assign(self, { checks });
	const prototype = (self as unknown as { ExtendableEvent: { prototype: Extendable } }).ExtendableEvent.prototype;
	interface Extendable {
		readonly type: string;
		readonly timeStamp: number;
		waitUntil(work: Promise<unknown>): void;
	}
	const { waitUntil } = prototype;
	prototype.waitUntil = function (work) {
		waitUntil.call(this, work);
		if (this.type === 'periodicsync') void work.finally(() => checks.push(performance.now() - this.timeStamp));
	};
}
