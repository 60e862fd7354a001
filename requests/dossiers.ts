import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { done, failed, type Failure, type Result } from '../domain/errors.ts';
import { numberOfMinute } from '../domain/rectification.ts';
import { openPiece, readPieces } from '../db/piece.ts';
import { ageFailure, checkRecipient, encryptFile } from '../documents/age/age.ts';
import { DamagedPiece, writeDossiers, type BaggedPiece } from '../documents/archive/dossiers.ts';
import type { Handlers } from './desk.ts';
import { Stopped, streamChosen } from './file.ts';
import { loadSession, requireStore } from './office.ts';
import { register } from './register.ts';
import { startWork, type Progress } from './work.ts';

const failureOf = (error: unknown): { readonly ok: false; readonly error: Failure } | null =>
  error instanceof DamagedPiece ? failed('piece-damaged', { candidate: error.piece.candidateNumber, name: error.piece.fileName }) : ageFailure(error);

/** The day until which dossiers are kept: the closing, the days to appeal, then the months of the regulations. */
const dueDay = (closedAt: string, appealDays: number, months: number): string => {
  const day = new Date(closedAt);
  day.setUTCDate(day.getUTCDate() + appealDays);
  const month = day.getUTCMonth() + months;
  const last = new Date(Date.UTC(day.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(day.getUTCFullYear(), month, Math.min(day.getUTCDate(), last))).toISOString().slice(0, 10);
};

/** What is written, digested as it passes, until the person stops it. */
async function* watched(
  source: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  { report, signal }: Progress,
  total: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const part of source) {
      if (signal.aborted) throw new Stopped(failed('cancelled'));
      hash.update(part);
      report({ step: 'writing', unit: 'bytes', done: Math.min((bytes += part.length), total), total });
      yield part;
    }
  } catch (error) {
    const failure = failureOf(error);
    throw failure === null ? error : new Stopped(failure);
  }
}

const digestOf = async (path: string, { report, signal }: Progress, total: number): Promise<string | null> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path, { highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>) {
    if (signal.aborted) return null;
    hash.update(part);
    report({ step: 'checking', unit: 'bytes', done: Math.min((bytes += part.length), total), total });
  }
  return hash.digest('hex');
};

/** The dossiers of a closed session in a bag of their own, always encrypted, read back before the file takes its name. */
export const dossiersRequests = {
  'dossiers.write': async (office, { sessionId, lock }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const fit = lock.kind === 'recipient' ? checkRecipient(lock.recipient) : done(true);
    if (!fit.ok) return fit;
    const { db, folder, key } = store.value;
    const { stored, acts, state, sitting } = session.value;
    const closing = acts.findLast(({ act }) => act.kind === 'closed');
    if (!closing) return failed('session-not-closed');
    const { appealDelayDays, retention } = stored.regulations;
    const numberOf = new Map(sitting.candidates.map(({ id, number }) => [id, number]));
    const pieces = readPieces(db, sessionId).map(
      ({ id, candidateId, kind, title, fileName, bytes, sha256 }): BaggedPiece => ({
        ...{ candidateNumber: numberOf.get(candidateId) ?? '', kind, title, fileName, bytes, sha256 },
        open: () => openPiece(db, folder, key, id),
      }),
    );
    const number = numberOfMinute(stored.fields.number, state.rectification?.rank ?? 0);
    const file = await office.tools.dialogs.saveFile(`Dossiers ${number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')}.zip.age`);
    if (!file) return failed('cancelled');
    const at = office.tools.clock.now();
    const work = startWork(office, async (progress): Promise<Result<unknown>> => {
      const total = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
      const hash = createHash('sha256');
      const parts = {
        organism: stored.referential.certifier.name,
        ...{ number, day: at.slice(0, 10), keptUntil: dueDay(closing.at, appealDelayDays, retention.dossierMonthsAfterAppeal) },
        ...{ demonstration: office.demonstration, pieces },
      };
      const closed = encryptFile(
        writeDossiers(parts, () => undefined),
        lock,
      );
      const written = await streamChosen(office, file, watched(closed, hash, progress, total), async (path) => {
        const sha256 = hash.digest('hex');
        const read = await digestOf(path, progress, total);
        if (read === null) return failed('cancelled');
        return read === sha256 ? done(sha256) : failed('written-otherwise');
      });
      if (!written.ok) return written;
      if (office.store === store.value)
        db.transaction(() => register(office, db, { kind: 'exported', sessionId, what: 'dossiers', fileName: '', sha256: written.value }))();
      return written;
    });
    return done({ work, fileName: file.name });
  },
} satisfies Handlers;
