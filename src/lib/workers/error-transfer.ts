import { transferHandlers, type TransferHandler } from 'comlink';
import { KithError } from '$lib/kith';

type Thrown = { readonly value: unknown };
interface ThrownKithError {
	readonly kithError: { readonly code: KithError['code']; readonly message: string };
}

const isKithThrown = (sent: unknown): sent is ThrownKithError =>
	typeof sent === 'object' && sent !== null && 'kithError' in sent;

/** Lets a `KithError` arrive with its code: comlink itself keeps only an error's name, message and stack. */
export function transferKithErrors(): void {
	const plain = transferHandlers.get('throw') as TransferHandler<Thrown, unknown> | undefined;
	if (!plain) throw new Error('comlink has no handler for what is thrown');
	const handler: TransferHandler<Thrown, unknown> = {
		canHandle: plain.canHandle,
		serialize: (thrown) => {
			if (!(thrown.value instanceof KithError)) return plain.serialize(thrown);
			const { code, message } = thrown.value;
			return [{ kithError: { code, message } } satisfies ThrownKithError, []];
		},
		deserialize: (sent) => {
			if (isKithThrown(sent)) throw new KithError(sent.kithError.code, sent.kithError.message);
			return plain.deserialize(sent);
		}
	};
	transferHandlers.set('throw', handler);
}
