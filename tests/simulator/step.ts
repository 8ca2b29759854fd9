import type { SimulatedDevice } from './device';
import type { World } from './world';

export type Step = (world: World, device: SimulatedDevice, other: SimulatedDevice) => void;
/** By name: how often, among all, and what. */
export type Steps = Readonly<Record<string, readonly [weight: number, Step]>>;

/** That it was too late, or the disk is full, the owner is told. */
export function mayFail(doing: Promise<unknown> | undefined): void {
	doing?.catch((reason: unknown) => {
		if (!/not-a-member|no group|the disk is full|closed/.test(String(reason))) throw reason;
	});
}
