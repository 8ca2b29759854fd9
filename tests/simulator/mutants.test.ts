/** Faults put in on purpose: each is caught, by the rule that forbids it. */
import * as Y from 'yjs';
import { expect, it } from 'vitest';
import type { Exchange } from '$lib/sync/exchange/exchange';
import { directGate } from '$lib/sync/gate/gate';
import { liveThrough } from './history';
import type { Plant } from './world';

const mutants: readonly (readonly [rule: string, fault: string, plant: Plant])[] = [
	[
		'S1',
		'a device passes over what it is sent',
		{
			exchange: (options, { name }) => {
				const isDeaf = name === 'device 1';
				const inspect: typeof directGate.inspect = async (message, known) => {
					const verdict = await directGate.inspect(message, known);
					return isDeaf && 'pass' in verdict && verdict.pass === 'edit' ? { pass: 'nothing' } : verdict;
				};
				const deaf = { ...options.gate, inspect };
				return { ...options, gate: isDeaf ? deaf : options.gate, durable: isDeaf ? () => never : options.durable };
			}
		}
	],
	['S2', 'an edit is acknowledged before it is on the disk', { device: ({ disk }) => void (disk.isLying = true) }],
	[
		'S3',
		'a receipt is given before all is on the disk',
		{ exchange: (options) => ({ ...options, durable: async () => undefined }) }
	],
	[
		'S4',
		'nothing is said to wait that does',
		{
			states: (states) =>
				states.map((state) =>
					state.having.kind === 'waiting' ? { ...state, having: { kind: 'waiting', changes: 0 } } : state
				)
		}
	],
	[
		'S5',
		'a removed device is still told',
		{
			edited(by, doc, devices) {
				for (const { id, app } of devices)
					if (app && by.removed.includes(id)) Y.applyUpdate(app.log.doc, Y.encodeStateAsUpdate(doc));
			}
		}
	],
	[
		'S6',
		'timers are never called off',
		{
			clock: (life) => ({
				now: () => life.now(),
				after(ms, run) {
					let isOff = false;
					life.after(ms, () => (isOff ? undefined : run()));
					return () => void (isOff = true);
				}
			})
		}
	],
	[
		'S6',
		'a topic is listened to for ever',
		{
			point: (point) => ({
				...point,
				listen(topic, listener) {
					point.listen(topic, listener);
					return () => undefined;
				},
				close: () => undefined
			})
		}
	],
	[
		'S7',
		'a gate refuses what is sound',
		{
			exchange: (options, { world }) => ({
				...options,
				gate: {
					...options.gate,
					inspect: (message, known) =>
						world.chance.is(0.03) ? Promise.resolve({ refused: 'bytes' }) : options.gate.inspect(message, known)
				}
			})
		}
	],
	[
		'S8',
		'a few deletions are held',
		{
			exchange: (options) => ({
				...options,
				deletes(update) {
					const deleted = options.deletes(update);
					return deleted.length === 0 ? [] : Array.from({ length: 21 }, (_, at) => deleted[at] ?? `nobody ${at}`);
				}
			})
		}
	]
];
/** In histories with files. */
const fileMutants: typeof mutants = [
	[
		'S1',
		'a device passes over what others leave in the folder',
		{ folder: (folder) => ({ ...folder, list: async () => [] }) }
	],
	[
		'S2',
		'a file counts as taken before it is stored',
		{
			opened: (exchange) =>
				otherwise(exchange, {
					async takeFile(file) {
						void exchange.takeFile(file).catch(() => undefined);
						return { kind: 'taken', changes: 1 };
					}
				})
		}
	],
	[
		'S3',
		'a file tells of what is not stored yet',
		{
			opened: (exchange) =>
				otherwise(exchange, {
					forFiles: (devices, write) =>
						new Promise((resolve, reject) => {
							const early: typeof write = (moment) => {
								const written = write(moment);
								resolve(written);
								return written;
							};
							exchange.forFiles(devices, early).then(resolve, reject);
						})
				})
		}
	]
];
const never = new Promise<never>(() => undefined);

/** An exchange that does some of it otherwise. */
function otherwise(exchange: Exchange, other: Partial<Exchange>): Exchange {
	return new Proxy(exchange, {
		get(target, name) {
			const value: unknown = Reflect.get(other, name) ?? Reflect.get(target, name, target);
			return typeof value === 'function' ? (value.bind(target) as unknown) : value;
		}
	});
}

async function rulesBroken(rule: string, plant: Plant, hasFiles?: true): Promise<readonly string[]> {
	const found = new Set<string>();
	for (let seed = 1; seed <= 100 && !found.has(rule); seed++) {
		const { broken } = await liveThrough(seed, plant, undefined, hasFiles);
		for (const one of broken) found.add(one.rule);
	}
	return [...found];
}

it.each(mutants)('%s catches that %s', async (rule, _, plant) => {
	expect(await rulesBroken(rule, plant)).toContain(rule);
});

it.each(fileMutants)('%s catches that, with files, %s', async (rule, _, plant) => {
	expect(await rulesBroken(rule, plant, true)).toContain(rule);
});
