import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import type { WritableDb } from '../db/connection.ts';
import { addReport, findReports, readLines, type StoredLine } from '../db/holder.ts';
import { readCpfReport, reportBytes, type ReportLine } from '../documents/exports/cpf-report.ts';
import { fullName } from '../domain/candidate.ts';
import type { Handlers } from './desk.ts';
import { readChosen } from './file.ts';
import { requireSealed } from './holder-list.ts';
import type { ChosenFile, Office, OpenSession } from './office.ts';
import { register } from './register.ts';

interface Read {
  readonly db: WritableDb;
  readonly session: OpenSession;
  readonly sha256: string;
  readonly answers: readonly ReportLine[];
  readonly lines: readonly StoredLine[];
  /** The report was adopted before, for this batch. */
  readonly known: boolean;
  /** The last batch for which a report of the same bytes was adopted: nothing in it tells which file it answers. */
  readonly sameAs: number | null;
}

const sizeOf = (office: Office, file: ChosenFile): number => {
  try {
    return statSync(office.tools.dialogs.pathOf(file.handle)).size;
  } catch {
    return 0;
  }
};

/**
 * Reads a report for one batch and nothing else. Errors: minute-not-sealed, rectification-running, not-found, file-unreadable, report-unreadable {cause},
 * report-contradictory, report-other-batch {batch}, report-foreign {idTechnique, batch}: the whole report is refused.
 */
const readFor = async (office: Office, sessionId: SessionId, batch: number, file: ChosenFile): Promise<Result<Read>> => {
  const open = requireSealed(office, sessionId);
  if (!open.ok) return open;
  if (sizeOf(office, file) > reportBytes) return failed('report-unreadable', { cause: 'size' });
  const bytes = await readChosen(office, file);
  if (!bytes.ok) return bytes;
  const read = readCpfReport(bytes.value);
  if (!read.ok) return read;
  const { db, session } = open.value;
  const every = readLines(db, sessionId);
  const lines = every.filter((line) => line.batch === batch);
  if (lines.length === 0) return failed('not-found', { what: 'batch' });
  const sha256 = createHash('sha256').update(bytes.value).digest('hex');
  const before = findReports(db, sessionId, sha256);
  const known = before.includes(batch);
  const foreign = read.value.find((answer) => !lines.some((line) => line.idTechnique === answer.idTechnique));
  if (foreign) {
    const other = every.find((line) => line.idTechnique === foreign.idTechnique);
    if (other) return failed('report-other-batch', { batch: other.batch });
    return failed('report-foreign', { idTechnique: foreign.idTechnique.slice(0, 80), batch });
  }
  return done({ db, session, sha256, answers: read.value, lines, known, sameAs: known ? null : (before.at(-1) ?? null) });
};

/** The processing report of a batch: shown first, adopted after. */
export const reportRequests = {
  'holder.chooseReport': async (office, { sessionId, batch }) => {
    const open = requireSealed(office, sessionId);
    if (!open.ok) return open;
    const [file] = await office.tools.dialogs.openFiles('report');
    if (!file) return failed('cancelled');
    const read = await readFor(office, sessionId, batch, file);
    if (!read.ok) return read;
    const { session, sha256, answers, lines, known, sameAs } = read.value;
    return done({
      handle: file.handle,
      fileName: file.name,
      sha256,
      batch,
      known,
      sameAs,
      silent: lines.length - answers.length,
      lines: answers.map(({ idTechnique, accepted, message }) => {
        const id = lines.find((line) => line.idTechnique === idTechnique)?.candidateId;
        const candidate = session.state.candidates.find((one) => one.candidate.id === id)?.candidate;
        return { number: candidate?.number ?? '', name: candidate ? fullName(candidate) : '', accepted, message };
      }),
    });
  },
  'holder.adoptReport': async (office, { sessionId, batch, handle, sha256, sameAs }) => {
    const read = await readFor(office, sessionId, batch, { handle, name: '' });
    if (!read.ok) return read;
    if (read.value.sha256 !== sha256) return failed('report-changed');
    if (read.value.sameAs !== null && read.value.sameAs !== sameAs) return failed('report-other-batch', { batch: read.value.sameAs });
    const { db, answers, known } = read.value;
    const accepted = answers.filter((answer) => answer.accepted).length;
    const counts = { accepted, refused: answers.length - accepted };
    if (!known) {
      const at = office.tools.clock.now();
      db.transaction(() => {
        addReport(db, { sha256, sessionId, batch, at }, answers);
        register(office, db, { kind: 'reportRead', sessionId, batch, ...counts, sha256 });
      })();
    }
    return done({ ...counts, known });
  },
} satisfies Handlers;
