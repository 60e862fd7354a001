import { createHash } from 'node:crypto';
import type { SessionId } from '../domain/ids.ts';
import { deliberate } from '../domain/deliberation.ts';
import type { TransferManifest } from '../domain/transfer.ts';
import { readJuryViews, readOfficerAccess, readOfficerRecords, readTimeShares } from '../db/accommodation.ts';
import { readCandidates } from '../db/candidate.ts';
import type { ReadableDb } from '../db/connection.ts';
import { readEvidence, readProjects, readVaeFiles } from '../db/dossier.ts';
import { readActs } from '../db/journal.ts';
import { readJurors } from '../db/juror.ts';
import { readLinkChecks } from '../db/link-check.ts';
import { readPrinting, readSealed, readSealedTexts } from '../db/minute.ts';
import { readPieces } from '../db/piece.ts';
import { readPinHolders } from '../db/pin.ts';
import { readRequirements } from '../db/requirement.ts';
import { readSchedule } from '../db/schedule.ts';
import { readSession } from '../db/session.ts';
import { readRoot } from '../documents/signature/certificate.ts';
import { readKey } from '../documents/signature/keys.ts';
import { attempt } from '../documents/signature/refusal.ts';

/** Every reading of what travels with a session: a row that one of them cannot take would stop every screen that lists sessions, for good. */
const readings: readonly ((db: ReadableDb, id: SessionId) => unknown)[] = [
  readProjects,
  readEvidence,
  readVaeFiles,
  readOfficerRecords,
  readTimeShares,
  readOfficerAccess,
  readLinkChecks,
  readPrinting,
  readSealed,
  readSealedTexts,
  readPieces,
  readRequirements,
  readSchedule,
  readPinHolders,
];

/** Whether a session that has just been written can be read whole, as every screen will, and is the one that its file names; what a row breaks in a reading is no bug there. */
export const isReadable = (db: ReadableDb, { sessionId, number }: Pick<TransferManifest, 'sessionId' | 'number'>): boolean => {
  try {
    const stored = readSession(db, sessionId);
    if (stored?.fields.number !== number) return false;
    const { heldOn, title, place, lead } = stored.fields;
    const mustRead = readJuryViews(db, sessionId).map(({ candidateId }) => candidateId);
    const [jurors, candidates] = [readJurors(db, sessionId), readCandidates(db, sessionId)];
    const sitting = { heldOn, header: { title, place, lead }, referential: stored.referential, regulations: stored.regulations, jurors, candidates, mustRead };
    deliberate(sitting, readActs(db, sessionId));
    for (const read of readings) read(db, sessionId);
    return true;
  } catch (error) {
    // The store itself failing is another matter.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) throw error;
    return false;
  }
};

/** Whether a certificate and its key, as a file brings them, are a root of an organism: the one that the file names. */
export const isRoot = (certificate: Buffer, privateKey: Buffer, organism: string): boolean => {
  const read = attempt(() => readRoot(certificate).point.equals(readKey(privateKey).point), 'root-shape');
  return read.ok && read.value && createHash('sha256').update(certificate).digest('hex') === organism;
};
