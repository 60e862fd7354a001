import type { Candidate } from '../domain/candidate.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import type { ImportKind, ImportMapping } from '../domain/import.ts';
import { readProjects } from '../db/dossier.ts';
import { readImportMapping } from '../db/import-mapping.ts';
import { planCandidates, type CandidateChange } from '../documents/imports/candidate-plan.ts';
import { planGrids, type GridChange } from '../documents/imports/grid-plan.ts';
import { fieldsFor, findTitles, guessMapping, judgeMapping, signatureOf, type Titled } from '../documents/imports/mapping.ts';
import type { Pace, PlannedRow } from '../documents/imports/plan.ts';
import type { Table } from '../documents/imports/table.ts';
import { loadSession, requireStore, type Office } from './office.ts';

/** A file given to import: from where it came, and what a person was told of it. */
export interface GivenTable {
  readonly sessionId: SessionId;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly table: Table;
}

/** What an import would do, and the last act of the session when that was worked out: a session that has changed since is planned again. */
export type ImportPlan = { readonly acts: number; readonly absent: readonly Candidate[] } & (
  | { readonly kind: 'candidates'; readonly rows: readonly PlannedRow<CandidateChange>[] }
  | { readonly kind: 'grids'; readonly rows: readonly PlannedRow<GridChange>[] }
);

/** A file in hand: its sheet, what its columns say, what is left to say, and the plan once nothing is. */
export interface ImportInHand extends GivenTable {
  readonly sheet: number;
  readonly titled: Titled;
  readonly mapping: ImportMapping;
  readonly remembered: boolean;
  readonly judged: ReturnType<typeof judgeMapping>;
  readonly plan: ImportPlan | null;
}

/** Where a mapping comes from: a person who just said it, what was remembered, or the titles. */
const chooseMapping = (
  office: Office,
  given: GivenTable,
  { header }: Titled,
  said: ImportMapping | null,
): { readonly mapping: ImportMapping; readonly remembered: boolean } => {
  const store = requireStore(office);
  const session = loadSession(office, given.sessionId);
  if (!store.ok || !session.ok) return { mapping: [], remembered: false };
  if (said !== null) return { mapping: said, remembered: true };
  const { referential } = session.value.sitting;
  const known = new Set(fieldsFor(given.kind, referential).map(({ name }) => name));
  const remembered = readImportMapping(store.value.db, given.kind, signatureOf(header));
  // What was remembered under another certification may name competencies that this one has not.
  if (remembered?.every((field) => field === null || known.has(field))) return { mapping: remembered, remembered: true };
  return { mapping: guessMapping(given.kind, header, referential), remembered: false };
};

/** Works out what a file would do to its session as it stands. Errors: cancelled, session-frozen, table-refused, not-found, store-locked. */
export const planImport = async (office: Office, given: GivenTable, sheet: number, said: ImportMapping | null, pace: Pace): Promise<Result<ImportInHand>> => {
  const session = loadSession(office, given.sessionId);
  if (!session.ok) return session;
  const store = requireStore(office);
  if (!store.ok) return store;
  const { sitting, state, acts } = session.value;
  if (state.phase !== 'preparing') return failed('session-frozen');
  const chosen = given.table.sheets[sheet];
  const titled = chosen === undefined ? null : findTitles(given.kind, chosen, sitting.referential);
  if (titled === null) return failed('table-refused', { reason: 'empty-file', name: given.fileName, line: null });
  if (titled.rows.length === 0 && given.table.sheets.length === 1) return failed('table-refused', { reason: 'no-row', name: given.fileName, line: null });
  const { mapping, remembered } = chooseMapping(office, given, titled, said);
  const judged = judgeMapping(given.kind, titled, mapping, sitting.referential);
  const hand = { ...given, sheet, titled, mapping, remembered, judged };
  if (judged.missing.length > 0 || judged.repeated.length > 0 || judged.mixed || titled.rows.length === 0) return done({ ...hand, plan: null });
  const ground = { referential: sitting.referential, scale: sitting.regulations.scale, candidates: sitting.candidates };
  const plan =
    given.kind === 'candidates'
      ? await planCandidates(titled, mapping, ground.referential, ground.candidates, pace).then((one) => one && ({ kind: 'candidates', ...one } as const))
      : await planGrids(titled, mapping, { ...ground, projects: readProjects(store.value.db, given.sessionId) }, pace).then(
          (one) => one && ({ kind: 'grids', ...one } as const),
        );
  return plan === null ? failed('cancelled') : done({ ...hand, plan: { ...plan, acts: acts.length } });
};
