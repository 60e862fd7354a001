import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { done, failed, type Result } from '../../domain/errors.ts';
import { passphraseIdentity, passphraseRecipient } from './passphrase.ts';

/** To whom a file is closed: a passphrase, or the public key (age1…) of a person or a service. `work`, the logarithm of the rounds of a passphrase, is lowered by tests alone. */
export type AgeLock =
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly work?: number | undefined }
  | { readonly kind: 'recipient'; readonly recipient: string };

/** With what a file is opened: the passphrase, or the secret key (AGE-SECRET-KEY-1…) of a recipient. */
export type AgeKey = { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'identity'; readonly identity: string };

type Fault = 'age-not-age' | 'age-passphrase-wrong' | 'age-key-wrong' | 'age-key-other-kind' | 'age-key-unfit' | 'age-recipient-unfit' | 'age-damaged';

/** A file that cannot be closed or opened, with the reason. */
export class AgeRefusal extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

const magic = 'age-encryption.org/v1\n';
const passphraseStanza = '-> scrypt ';

/** The failure that an error of a closing or an opening is, or null when it is of another kind: of the disk, or a bug. */
export const ageFailure = (error: unknown): Extract<Result<never>, { ok: false }> | null => (error instanceof AgeRefusal ? failed(error.fault) : null);

const recipientOf = (lock: Extract<AgeLock, { kind: 'recipient' }>): Encrypter => {
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(lock.recipient.trim());
  } catch (error) {
    throw new AgeRefusal('age-recipient-unfit', error);
  }
  return encrypter;
};

/** Whether a recipient can be encrypted to. Error: age-recipient-unfit. */
export const checkRecipient = (recipient: string): Result<true> => {
  try {
    recipientOf({ kind: 'recipient', recipient });
    return done(true);
  } catch (error) {
    const failure = ageFailure(error);
    if (failure === null) throw error;
    return failure;
  }
};

/** A source as a web stream, of which the own failure is kept apart from those of the format. */
const streamOf = (
  source: AsyncIterable<Uint8Array>,
): { readonly stream: ReadableStream<Uint8Array>; readonly broken: () => { readonly error: unknown } | null } => {
  let broken: { readonly error: unknown } | null = null;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* source;
    } catch (error) {
      broken = { error };
      throw error;
    }
  };
  return { stream: ReadableStream.from(watched()), broken: () => broken };
};

/** Closes a file in the age format as it passes; memory stays flat whatever its size. Throws AgeRefusal age-recipient-unfit, or what the source throws. */
export async function* encryptFile(source: AsyncIterable<Uint8Array>, lock: AgeLock): AsyncGenerator<Uint8Array> {
  const encrypter = lock.kind === 'recipient' ? recipientOf(lock) : new Encrypter();
  if (lock.kind === 'passphrase') encrypter.addRecipient(passphraseRecipient(lock.passphrase.normalize('NFC'), lock.work));
  const { stream } = streamOf(source);
  yield* (await encrypter.encrypt(stream as globalThis.ReadableStream<Uint8Array>)) as unknown as AsyncIterable<Uint8Array>;
}

const openerOf = (key: AgeKey): Decrypter => {
  const decrypter = new Decrypter();
  try {
    if (key.kind === 'passphrase') decrypter.addIdentity(passphraseIdentity(key.passphrase.normalize('NFC')));
    else decrypter.addIdentity(key.identity.trim());
  } catch (error) {
    throw new AgeRefusal('age-key-unfit', error);
  }
  return decrypter;
};

/** The first bytes of a source, and the source whole. */
const peek = async (source: AsyncIterable<Uint8Array>, length: number): Promise<{ readonly head: Buffer; readonly whole: AsyncIterable<Uint8Array> }> => {
  const parts = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let held = 0;
  while (held < length) {
    const next = await parts.next();
    if (next.done) break;
    first.push(next.value);
    held += next.value.length;
  }
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* first.splice(0);
      for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
    } finally {
      await parts.return?.();
    }
  };
  return { head: Buffer.concat(first).subarray(0, length), whole: whole() };
};

/**
 * Opens a file of the age format as it passes. Its last piece is checked last: nothing of it may be adopted before the reading has ended without a throw.
 * Throws AgeRefusal: not age, a wrong passphrase or key, a key of another kind than the file's, damaged or cut; or what the source throws.
 */
export async function* decryptFile(source: AsyncIterable<Uint8Array>, key: AgeKey): AsyncGenerator<Uint8Array> {
  const decrypter = openerOf(key);
  const { head, whole } = await peek(source, magic.length + passphraseStanza.length);
  const text = head.toString('latin1');
  if (!text.startsWith(magic)) throw new AgeRefusal('age-not-age');
  if (text.endsWith(passphraseStanza) !== (key.kind === 'passphrase')) throw new AgeRefusal('age-key-other-kind');
  const { stream, broken } = streamOf(whole);
  try {
    yield* (await decrypter.decrypt(stream as globalThis.ReadableStream<Uint8Array>)) as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    const own = broken();
    if (own !== null) throw own.error;
    const wrong = error instanceof Error && error.message.startsWith('no identity matched');
    throw new AgeRefusal(wrong ? (key.kind === 'passphrase' ? 'age-passphrase-wrong' : 'age-key-wrong') : 'age-damaged', error);
  }
}
