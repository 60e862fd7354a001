import { Decrypter, Encrypter } from 'age-encryption';
import { done, failed, type Result } from '../../domain/errors.ts';
import { passphraseIdentity, passphraseRecipient } from './passphrase.ts';
import { openPayload, payloadSalt, sealPayload } from './payload.ts';

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

/** A source of which the own failure is kept apart from those of the format. */
const watch = (
  source: AsyncIterable<Uint8Array>,
): { readonly watched: AsyncGenerator<Uint8Array>; readonly broken: () => { readonly error: unknown } | null } => {
  let broken: { readonly error: unknown } | null = null;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* source;
    } catch (error) {
      broken = { error };
      throw error;
    }
  };
  return { watched: watched(), broken: () => broken };
};

const emptyPayload = payloadSalt + 16;

/**
 * Closes a file in the age format as it passes; memory stays flat whatever its size. Throws AgeRefusal age-recipient-unfit, or what the source throws.
 * The library writes the header alone: its payload goes through a web stream, which was seen to wait without end (docs/decisions/0028).
 */
export async function* encryptFile(source: AsyncIterable<Uint8Array>, lock: AgeLock): AsyncGenerator<Uint8Array> {
  const encrypter = lock.kind === 'recipient' ? recipientOf(lock) : new Encrypter();
  if (lock.kind === 'passphrase') encrypter.addRecipient(passphraseRecipient(lock.passphrase.normalize('NFC'), lock.work));
  let key: Uint8Array | null = null;
  // It adds no line to the header: it only learns the key of the file, which the payload is closed with.
  encrypter.addRecipient({
    wrapFileKey: (fileKey) => {
      key = Uint8Array.from(fileKey);
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array(0));
  if (key === null) throw new Error('the key of the file is not known');
  yield empty.subarray(0, empty.length - emptyPayload);
  yield* sealPayload(key, source);
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

/** A header longer than this is of no file of ours, nor of the age program's: some ten thousand recipients. In bytes. */
const mostHeader = 2 ** 20;

/** Takes a source by its beginning: bytes up to a place, then the rest as it comes. */
class Beginning {
  private readonly parts: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.parts = source[Symbol.asyncIterator]();
  }

  /** The first bytes, up to a length or to the end of the source; they stay to be taken. */
  async peek(length: number): Promise<Buffer> {
    while (this.held.length < length) {
      const next = await this.parts.next();
      if (next.done === true) break;
      this.held = Buffer.concat([this.held, next.value]);
    }
    return this.held.subarray(0, length);
  }

  /** The next bytes, which are no longer to be taken. */
  async take(length: number): Promise<Buffer> {
    const taken = await this.peek(length);
    this.held = this.held.subarray(taken.length);
    return taken;
  }

  /** How long a header is, to the end of the line that closes it; null when it never ends. */
  async headerLength(): Promise<number | null> {
    for (let seen = 512; ; seen *= 2) {
      const bytes = await this.peek(seen);
      const close = bytes.indexOf('\n--- ');
      const end = close < 0 ? -1 : bytes.indexOf('\n', close + 1);
      if (end >= 0) return end + 1;
      if (bytes.length < seen || seen > mostHeader) return null;
    }
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    const first = this.held;
    this.held = Buffer.alloc(0);
    if (first.length > 0) yield first;
    for (let next = await this.parts.next(); next.done !== true; next = await this.parts.next()) yield next.value;
  }

  /** Lets go of the source, wherever the reading stopped. */
  async close(): Promise<void> {
    await this.parts.return?.();
  }
}

/**
 * Opens a file of the age format as it passes. Its last piece is checked last: nothing of it may be adopted before the reading has ended without a throw.
 * Throws AgeRefusal: not age, a wrong passphrase or key, a key of another kind than the file's, damaged or cut; or what the source throws.
 */
export async function* decryptFile(source: AsyncIterable<Uint8Array>, key: AgeKey): AsyncGenerator<Uint8Array> {
  const decrypter = openerOf(key);
  const { watched, broken } = watch(source);
  const file = new Beginning(watched);
  try {
    const text = (await file.peek(magic.length + passphraseStanza.length)).toString('latin1');
    if (!text.startsWith(magic)) throw new AgeRefusal('age-not-age');
    if (text.endsWith(passphraseStanza) !== (key.kind === 'passphrase')) throw new AgeRefusal('age-key-other-kind');
    const length = await file.headerLength();
    if (length === null) throw new AgeRefusal('age-damaged');
    const fileKey = await decrypter.decryptHeader(await file.take(length));
    yield* openPayload(fileKey, await file.take(payloadSalt), file.rest());
  } catch (error) {
    const own = broken();
    if (own !== null) throw own.error;
    if (error instanceof AgeRefusal) throw error;
    const wrong = error instanceof Error && error.message.startsWith('no identity matched');
    throw new AgeRefusal(wrong ? (key.kind === 'passphrase' ? 'age-passphrase-wrong' : 'age-key-wrong') : 'age-damaged', error);
  } finally {
    await file.close();
  }
}
