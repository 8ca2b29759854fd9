import { describe, expect, it, test } from 'vitest';
import { formatHello, parseHello } from './handshake-messages';
import { Handshake } from './handshake';
import type { Prover } from './prover';
import { seededRandom } from './random';
import { createDevices, initiatorOf, introduce, responderOf, seen, type Tamper } from './test-devices';

describe('L11: two devices of one group', () => {
	it('accept each other, in three messages each', async () => {
		const { phone, laptop } = await createDevices();
		const { initiator, responder, recorded } = await introduce(initiatorOf(phone), responderOf(laptop));
		expect([initiator, responder]).toEqual(['accepted', 'accepted']);
		expect(recorded).toHaveLength(6);
	});

	it('each know whom they accepted, and by which epoch', async () => {
		const { group, phone, laptop } = await createDevices();
		const epoch = await group.rotate(7);
		for (const device of [phone, laptop]) device.learn(epoch);
		const [one, other] = [initiatorOf(phone), responderOf(laptop)];
		const [hello, otherHello] = [await one.begin(), await other.begin()];
		const proof = await one.receive(otherHello.send ?? new Uint8Array());
		await other.receive(hello.send ?? new Uint8Array());
		const ready = await other.receive(proof.send ?? new Uint8Array());
		expect(ready).toEqual({ send: Uint8Array.of(3) });
		expect(other.receive(Uint8Array.of(3))).toEqual({
			accepted: { peerId: 'phone', epoch: 7, isBehind: false }
		});
	});

	it('do not accept before the other says that it is convinced', async () => {
		const { phone, laptop } = await createDevices();
		const dropReady: Tamper = (bytes, from) => (from === 'responder' && bytes[0] === 3 ? [] : [bytes]);
		const { initiator, responder } = await introduce(initiatorOf(phone), responderOf(laptop), dropReady);
		expect([initiator, responder]).toEqual(['waiting', 'accepted']);
	});
});

describe('L12: refused is', () => {
	test('a stranger, and a device that was removed', async () => {
		const { group, phone, laptop } = await createDevices();
		const { phone: stranger } = await createDevices();
		const other: Prover = { ...stranger, deviceId: 'tablet', epochs: [0] };
		const unknown = new Handshake(other, true, seen.byInitiator, seededRandom(1)(32));
		expect(await introduce(unknown, responderOf(laptop))).toMatchObject({ responder: 'stranger' });
		group.remove('phone');
		expect(await introduce(initiatorOf(phone), responderOf(laptop))).toMatchObject({
			initiator: 'told removed',
			responder: 'removed'
		});
	});

	test('a device that is removed while it proves itself', async () => {
		const { group, phone, laptop } = await createDevices();
		const removing: Tamper = (bytes, from) => {
			if (from === 'responder' && bytes[0] === 2) group.remove('phone');
			return [bytes];
		};
		const { initiator, responder } = await introduce(initiatorOf(phone), responderOf(laptop), removing);
		expect([initiator, responder]).toEqual(['told removed', 'removed']);
	});

	test('one that shares no epoch', async () => {
		const { group, phone, laptop } = await createDevices();
		laptop.learn(await group.rotate(1));
		laptop.forget(0);
		expect(await introduce(initiatorOf(phone), responderOf(laptop))).toMatchObject({
			initiator: 'wrong-epoch',
			responder: 'wrong-epoch'
		});
	});

	test('one that has another secret under the same number', async () => {
		const { group, phone, laptop } = await createDevices();
		for (const device of [phone, laptop]) {
			device.learn(await group.rotate(1));
			device.forget(0);
		}
		expect(await introduce(initiatorOf(phone), responderOf(laptop))).toMatchObject({
			initiator: 'wrong-epoch',
			responder: 'wrong-epoch'
		});
	});

	test('another version, whatever follows in its hello', async () => {
		const { phone, laptop } = await createDevices();
		const newer: Tamper = (bytes, from) =>
			from === 'initiator' && bytes[0] === 1 ? [Uint8Array.of(1, 2, 3, 4)] : [bytes];
		expect(await introduce(initiatorOf(phone), responderOf(laptop), newer)).toMatchObject({
			initiator: 'told version',
			responder: 'version'
		});
	});

	test('a second device of the same id', async () => {
		const { phone } = await createDevices();
		expect(await introduce(initiatorOf(phone), responderOf(phone))).toMatchObject({
			initiator: 'same-device',
			responder: 'same-device'
		});
	});

	test('one with a member’s name and another key', async () => {
		const { group, phone, laptop } = await createDevices();
		const { phone: thief } = await createDevices();
		const key = phone.macKey(0);
		if (key) thief.learn({ number: 0, key });
		expect(group).toBeDefined();
		expect(await introduce(initiatorOf(thief), responderOf(laptop))).toMatchObject({ responder: 'bad-proof' });
	});

	test('one with a member’s key that claims an epoch it has no secret of', async () => {
		const { group, phone, laptop } = await createDevices();
		for (const device of [phone, laptop]) device.forget(0);
		laptop.learn(await group.rotate(1));
		phone.learn(await group.rotate(1));
		let tag = new Uint8Array();
		const claimed: Tamper = (bytes, from) => {
			if (from === 'responder' && bytes[0] === 1) tag = bytes.slice(-16);
			return [from === 'initiator' && bytes[0] === 1 ? Uint8Array.of(...bytes.slice(0, -16), ...tag) : bytes];
		};
		expect(await introduce(initiatorOf(phone), responderOf(laptop), claimed)).toMatchObject({
			initiator: 'wrong-epoch',
			responder: 'wrong-epoch'
		});
	});

	test('a prover that cannot sign says so of itself', async () => {
		const { phone, laptop } = await createDevices();
		const lame = { ...phone, epochs: [0], sign: () => Promise.reject(new Error('the key is gone')) };
		const { initiator, responder } = await introduce(initiatorOf(lame), responderOf(laptop));
		expect([initiator, responder]).toEqual(['unable', 'told unable']);
	});

	test('a signature the prover chokes on', async () => {
		const { phone, laptop } = await createDevices();
		const choking = { ...laptop, epochs: [0], verify: () => Promise.reject(new Error('not a point')) };
		expect(await introduce(initiatorOf(phone), responderOf(choking))).toMatchObject({ responder: 'bad-proof' });
	});
});

describe('L13: an attacker', () => {
	it('cannot stand between with certificates of its own', async () => {
		const { phone, laptop } = await createDevices();
		const initiator = initiatorOf(phone, 1, seen.initiatorToMiddle);
		const responder = responderOf(laptop, 2, seen.responderToMiddle);
		expect(await introduce(initiator, responder)).toMatchObject({ initiator: 'bad-proof', responder: 'bad-proof' });
	});

	it('cannot have either side see one certificate that is not the other’s', async () => {
		const { phone, laptop } = await createDevices();
		for (const [one, other] of [
			[initiatorOf(phone, 1, seen.initiatorToMiddle), responderOf(laptop)],
			[initiatorOf(phone), responderOf(laptop, 2, seen.responderToMiddle)]
		] as const) {
			const { initiator, responder } = await introduce(one, other);
			expect([initiator, responder]).not.toContain('accepted');
		}
	});

	it('has one try: a good proof after a bad one is not looked at', async () => {
		const { phone, laptop } = await createDevices();
		const [one, other] = [initiatorOf(phone), responderOf(laptop)];
		const [hello, otherHello] = [await one.begin(), await other.begin()];
		await other.receive(hello.send ?? new Uint8Array());
		const { send: proof = new Uint8Array() } = await one.receive(otherHello.send ?? new Uint8Array());
		const bad = proof.slice();
		bad[50] = (bad[50] ?? 0) ^ 1;
		expect(await other.receive(bad)).toEqual({ refused: { word: 'bad-proof', by: 'us' } });
		expect(await other.receive(proof)).toEqual({ refused: { word: 'bad-frame', by: 'us' } });
	});

	it('cannot have fingerprints swapped or left out', async () => {
		const { phone, laptop } = await createDevices();
		const swapped = { own: seen.byResponder.peer, peer: seen.byResponder.own };
		const none = { own: new Uint8Array(0), peer: new Uint8Array(0) };
		for (const fingerprints of [swapped, none]) {
			const { initiator, responder } = await introduce(initiatorOf(phone), responderOf(laptop, 2, fingerprints));
			expect(responder).toBe('bad-proof');
			expect(initiator).toMatch(/bad-proof/);
		}
		const [one, other] = [initiatorOf(phone, 1, none), responderOf(laptop, 2, none)];
		expect(await introduce(one, other)).toMatchObject({ initiator: 'bad-proof' });
	});

	it('cannot send our own words back', async () => {
		const { phone } = await createDevices();
		for (const handshake of [initiatorOf(phone), responderOf(phone)]) {
			const { send = new Uint8Array() } = await handshake.begin();
			expect(await handshake.receive(send)).toEqual({ refused: { word: 'same-device', by: 'us' } });
		}
	});

	it('cannot send our own proof back under another member’s name', async () => {
		const { phone } = await createDevices();
		const handshake = initiatorOf(phone);
		const { send: hello = new Uint8Array() } = await handshake.begin();
		const parsed = parseHello(hello);
		if (!parsed || parsed === 'version') throw new Error('no hello');
		const { send: proof = new Uint8Array() } = await handshake.receive(formatHello({ ...parsed, deviceId: 'laptop' }));
		expect(proof).toHaveLength(97);
		expect(await handshake.receive(proof)).toEqual({ refused: { word: 'bad-proof', by: 'us' } });
	});

	it('cannot play a recorded introduction again, to either side', async () => {
		const { phone, laptop } = await createDevices();
		const said: { from: string; bytes: Uint8Array }[] = [];
		await introduce(initiatorOf(phone), responderOf(laptop), (bytes, from) => {
			said.push({ from, bytes });
			return [bytes];
		});
		const replay = async (handshake: Handshake, from: string) => {
			await handshake.begin();
			const outcomes: unknown[] = [];
			for (const { bytes } of said.filter((one) => one.from === from)) outcomes.push(await handshake.receive(bytes));
			return outcomes;
		};
		for (const outcomes of [
			await replay(responderOf(laptop, 3), 'initiator'),
			await replay(initiatorOf(phone, 3), 'responder')
		]) {
			expect(outcomes).toHaveLength(3);
			expect(outcomes[1]).toEqual({ refused: { word: 'bad-proof', by: 'us' } });
			expect(outcomes[2]).toEqual({ refused: { word: 'bad-frame', by: 'us' } });
		}
	});

	it('cannot have both sides take the same role', async () => {
		const { phone, laptop } = await createDevices();
		const other = new Handshake(laptop, true, seen.byResponder, seededRandom(2)(32));
		expect(await introduce(initiatorOf(phone), other)).toMatchObject({
			initiator: 'bad-proof',
			responder: 'bad-proof'
		});
	});

	it('cannot skip the proof, repeat a message or send one that is none', async () => {
		const { phone, laptop } = await createDevices();
		const skip: Tamper = (bytes) => (bytes[0] === 2 ? [Uint8Array.of(3)] : [bytes]);
		const twice: Tamper = (bytes) => [bytes, bytes];
		const longer: Tamper = (bytes) => [Uint8Array.of(...bytes, ...new Uint8Array(600))];
		const odd: Tamper = () => [Uint8Array.of(4, 99)];
		for (const tamper of [skip, twice, longer, odd]) {
			const { initiator, responder } = await introduce(initiatorOf(phone), responderOf(laptop), tamper);
			expect([initiator, responder]).not.toContain('accepted');
			expect([initiator, responder]).toContain('bad-frame');
		}
	});
});

describe('L14: devices of different epochs', () => {
	it('meet by the newest both hold, and know that one is behind', async () => {
		const { group, phone, laptop } = await createDevices();
		phone.learn(await group.rotate(1));
		const handshakes = [initiatorOf(phone), responderOf(laptop)] as const;
		const ends: unknown[] = [];
		const [hello, otherHello] = [await handshakes[0].begin(), await handshakes[1].begin()];
		const [proof, otherProof] = [
			await handshakes[0].receive(otherHello.send ?? new Uint8Array()),
			await handshakes[1].receive(hello.send ?? new Uint8Array())
		];
		await handshakes[0].receive(otherProof.send ?? new Uint8Array());
		await handshakes[1].receive(proof.send ?? new Uint8Array());
		for (const handshake of handshakes) ends.push(await handshake.receive(Uint8Array.of(3)));
		expect(ends).toEqual([
			{ accepted: { peerId: 'laptop', epoch: 0, isBehind: true } },
			{ accepted: { peerId: 'phone', epoch: 0, isBehind: true } }
		]);
	});

	it('agree, too, when one learns of an epoch after it said hello', async () => {
		for (const isKnown of [true, false]) {
			const { group, phone, laptop } = await createDevices();
			const epoch = await group.rotate(1);
			if (isKnown) laptop.learn(epoch);
			const [one, other] = [initiatorOf(phone), responderOf(laptop)];
			const [hello, otherHello] = [await one.begin(), await other.begin()];
			phone.learn(epoch);
			const proof = await one.receive(otherHello.send ?? new Uint8Array());
			const otherProof = await other.receive(hello.send ?? new Uint8Array());
			const ready = [
				await one.receive(otherProof.send ?? new Uint8Array()),
				await other.receive(proof.send ?? new Uint8Array())
			];
			expect(ready).toEqual([{ send: Uint8Array.of(3) }, { send: Uint8Array.of(3) }]);
			expect([one.receive(Uint8Array.of(3)), other.receive(Uint8Array.of(3))]).toEqual([
				{ accepted: { peerId: 'laptop', epoch: 0, isBehind: isKnown } },
				{ accepted: { peerId: 'phone', epoch: 0, isBehind: isKnown } }
			]);
		}
	});

	it('do so, too, after epochs that began apart under one number', async () => {
		const { group, phone, laptop } = await createDevices();
		phone.learn(await group.rotate(1));
		laptop.learn(await group.rotate(1));
		const { initiator, responder } = await introduce(initiatorOf(phone), responderOf(laptop));
		expect([initiator, responder]).toEqual(['accepted', 'accepted']);
	});
});
