import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { done, failed, type Result } from '../domain/errors.ts';
import type { WorkProgress } from '../domain/work.ts';
import { ageFailure, decryptFile, encryptFile, type AgeLock } from '../documents/age/age.ts';
import { Stopped, streamChosen } from './file.ts';
import type { ChosenFile, Office } from './office.ts';
import type { Progress } from './work.ts';

/** What is written: its content in the clear, how it is closed (null: not at all), about how many bytes it is, and the failure that an error of the content is. */
export interface Enclosed {
  readonly clear: AsyncIterable<Uint8Array>;
  readonly lock: AgeLock | null;
  readonly total: number;
  readonly failureOf: (error: unknown) => Extract<Result<never>, { ok: false }> | null;
}

/** Digests what passes and says how far it is, until the person stops it. */
async function* watched(source: AsyncIterable<Uint8Array>, hash: Hash, step: WorkProgress['step'], { report, signal }: Progress, total: number) {
  let bytes = 0;
  for await (const part of source) {
    if (signal.aborted) throw new Stopped(failed('cancelled'));
    hash.update(part);
    report({ step, unit: 'bytes', done: Math.min((bytes += part.length), total), total });
    yield part;
  }
}

/** The content that goes to the disk; an expected failure of it becomes what stops the writing. */
async function* outgoing(source: AsyncIterable<Uint8Array>, failureOf: Enclosed['failureOf']): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    const failure = failureOf(error) ?? ageFailure(error);
    throw failure === null ? error : new Stopped(failure);
  }
}

const drain = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
  for await (const _ of source);
};

/**
 * Writes a content where a person chose, closed in the age format or not, and reads it back from the disk before the file takes its name: every byte is the one that
 * was written, and a passphrase opens it again on the same content in the clear; a recipient's key is not ours, so there the file is compared with what left the lock.
 * `judge` then says whether the content is good. Gives the SHA-256 of the file. Errors: cancelled, written-otherwise, file-not-written, and those of the content and of `judge`.
 */
export const writeEnclosed = async <Value>(
  office: Office,
  file: ChosenFile,
  { clear, lock, total, failureOf }: Enclosed,
  progress: Progress,
  judge: (written: string, sha256: string) => Promise<Result<Value>>,
): Promise<Result<{ readonly sha256: string; readonly value: Value }>> => {
  const [inside, outside] = [createHash('sha256'), createHash('sha256')];
  const content = watched(clear, inside, 'writing', progress, total);
  const closed = lock === null ? content : encryptFile(content, lock);
  const sent = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of closed) {
      outside.update(part);
      yield part;
    }
  };
  return streamChosen(office, file, outgoing(sent(), failureOf), async (written) => {
    const [read, opened] = [createHash('sha256'), createHash('sha256')];
    const onDisk = watched(createReadStream(written, { highWaterMark: 2 ** 20 }), read, 'checking', progress, total);
    try {
      if (lock?.kind === 'passphrase') for await (const part of decryptFile(onDisk, lock)) opened.update(part);
      else await drain(onDisk);
    } catch (error) {
      if (error instanceof Stopped) return error.result;
      if (ageFailure(error) !== null) return failed('written-otherwise');
      throw error;
    }
    const sha256 = outside.digest('hex');
    if (read.digest('hex') !== sha256) return failed('written-otherwise');
    if (lock?.kind === 'passphrase' && opened.digest('hex') !== inside.digest('hex')) return failed('written-otherwise');
    const judged = await judge(written, sha256);
    if (progress.signal.aborted) return failed('cancelled');
    return judged.ok ? done({ sha256, value: judged.value }) : judged;
  });
};
