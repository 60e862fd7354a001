import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { importPage, type ImportState } from '../domain/import.ts';
import { saveImportMapping } from '../db/import-mapping.ts';
import { shownCandidateColumns } from '../documents/imports/candidate-plan.ts';
import { writeCorrections } from '../documents/imports/corrections.ts';
import { shownGridFields } from '../documents/imports/grid-plan.ts';
import { fieldsFor, firstSheet, signatureOf } from '../documents/imports/mapping.ts';
import { readTable } from '../documents/imports/table.ts';
import { readProjects } from '../db/dossier.ts';
import type { Handlers } from './desk.ts';
import { reading, writeChosen } from './file.ts';
import { planImport, type ImportInHand } from './import-hand.ts';
import { writeCandidates, writeGrids, type PutBack } from './import-write.ts';
import { loadSession, prepare, requireStore, type Office } from './office.ts';
import { startWork, type Progress } from './work.ts';

const paceOf =
  ({ report, signal }: Progress, total: number) =>
  (read: number): boolean => {
    report({ step: 'checking', unit: 'rows', done: read, total });
    return !signal.aborted;
  };

const inHand = (office: Office, sessionId: SessionId, handle: string): Result<ImportInHand> => {
  const hand = office.imports.get(handle);
  return hand?.sessionId === sessionId ? done(hand) : failed('not-found', { what: 'import' });
};

const shownOf = ({ kind, mapping }: ImportInHand): readonly string[] =>
  kind === 'candidates' ? shownCandidateColumns.filter((name) => mapping.includes(name)) : shownGridFields(mapping);

const countsOf = ({ plan }: ImportInHand): Record<ImportState, number> => {
  const counts = { added: 0, changed: 0, unchanged: 0, faulty: 0 };
  for (const row of plan?.rows ?? []) counts[row.state] += 1;
  return counts;
};

const sampleCount = 3;
const samplesOf = ({ titled }: ImportInHand, place: number): string[] =>
  titled.rows
    .slice(0, 40)
    .map((row) => (row.cells[place] ?? '').replaceAll('\u0000', '').trim().slice(0, 60))
    .filter((text) => text !== '')
    .slice(0, sampleCount);

const write = (office: Office, hand: ImportInHand): Result<PutBack> => {
  const { plan, sessionId } = hand;
  if (plan === null) return failed('import-refused');
  const pick = <Change>(rows: readonly { readonly state: ImportState; readonly change: Change | null }[]): Change[] =>
    rows.flatMap(({ state, change }) => (change !== null && (state === 'added' || state === 'changed') ? [change] : []));
  return plan.kind === 'candidates' ? writeCandidates(office, sessionId, pick(plan.rows)) : writeGrids(office, sessionId, pick(plan.rows));
};

/** Imports of candidates and of evaluators' grids from a table: nothing is written before a person has seen what it would do. */
export const importRequests = {
  'import.choose': async (office, { sessionId, kind, given: dropped }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    if (session.value.state.phase !== 'preparing') return failed('session-frozen');
    const file = dropped ?? (await office.tools.dialogs.openFiles('table'))[0];
    if (!file) return failed('cancelled');
    office.imports.clear();
    const work = startWork(office, async (progress, name) => {
      const found = await reading(file.name, () => readTable(office.tools.dialogs.pathOf(file.handle), progress.signal));
      if (!found.ok) return found;
      const read = found.value;
      if (read === null) return failed('cancelled');
      if (!read.ok) return failed('table-refused', { reason: read.fault.kind, line: read.fault.line, name: file.name });
      const { table } = read;
      const sheet = firstSheet(kind, table, session.value.sitting.referential);
      const given = { sessionId, kind, fileName: file.name, table };
      const hand = await planImport(office, given, sheet, null, paceOf(progress, table.sheets[sheet]?.rows.length ?? 0));
      if (hand.ok) office.imports.set(name, hand.value);
      return hand;
    });
    return done({ work, fileName: file.name });
  },
  'import.map': (office, { sessionId, handle, sheet, mapping }) => {
    const hand = inHand(office, sessionId, handle);
    if (!hand.ok) return hand;
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { titled, kind, table } = hand.value;
    if (mapping !== null) {
      const known = new Set(fieldsFor(kind, session.value.sitting.referential).map(({ name }) => name));
      if (sheet !== hand.value.sheet || mapping.length !== titled.header.cells.length || mapping.some((field) => field !== null && !known.has(field))) {
        return failed('request-malformed', { fields: ['mapping'] });
      }
      saveImportMapping(store.value.db, kind, signatureOf(titled.header), mapping, office.tools.clock.now());
    }
    const work = startWork(office, async (progress) => {
      const planned = await planImport(office, hand.value, sheet, mapping, paceOf(progress, table.sheets[sheet]?.rows.length ?? 0));
      if (planned.ok) office.imports.set(handle, planned.value);
      return planned;
    });
    return done({ work });
  },
  'import.get': (office, { sessionId, handle }) => {
    const found = inHand(office, sessionId, handle);
    if (!found.ok) return found;
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const hand = found.value;
    const { titled, judged, mapping, plan, table } = hand;
    const fault = (column: string, code: string, value: string) => ({ line: titled.header.line, column, code, value, first: null });
    const absent = plan?.absent ?? [];
    return done({
      handle,
      kind: hand.kind,
      fileName: hand.fileName,
      format: table.format,
      encoding: table.encoding,
      sheets: table.sheets.map((sheet) => sheet.name),
      sheet: hand.sheet,
      headerLine: titled.header.line,
      columns: titled.header.cells.map((title, place) => ({ title: title.trim(), samples: samplesOf(hand, place), field: mapping[place] ?? null })),
      fields: [...fieldsFor(hand.kind, session.value.sitting.referential)],
      remembered: hand.remembered,
      unknown: [...judged.unknown],
      missing: [...judged.missing],
      problems: [
        ...judged.missing.map((name) => fault(name, 'missing-column', name)),
        ...judged.repeated.map((name) => fault(name, 'repeated-column', name)),
        ...(judged.mixed ? [fault('', 'grid-forms-mixed', '')] : []),
        ...(titled.rows.length === 0 ? [fault('', 'no-row', '')] : []),
      ],
      shown: [...shownOf(hand)],
      counts: countsOf(hand),
      absent: { total: absent.length, first: absent.slice(0, importPage).map((one) => `${one.number} ${one.givenName} ${one.familyName}`.trim()) },
    });
  },
  'import.rows': (office, { sessionId, handle, show, page }) => {
    const hand = inHand(office, sessionId, handle);
    if (!hand.ok) return hand;
    const rows = (hand.value.plan?.rows ?? []).filter((row) => show === 'all' || row.state === show);
    return done({
      total: rows.length,
      rows: rows.slice(page * importPage, (page + 1) * importPage).map(({ line, state, cells, problems, differences }) => ({
        line,
        state,
        cells: [...cells],
        problems: [...problems],
        differences: [...differences],
      })),
    });
  },
  'import.apply': (office, { sessionId, handle, only }) => {
    const hand = inHand(office, sessionId, handle);
    if (!hand.ok) return hand;
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const { plan } = hand.value;
    if (session.value.state.phase !== 'preparing') return failed('session-frozen');
    const counts = countsOf(hand.value);
    if (plan === null || (counts.faulty > 0 && only === 'all')) return failed('import-refused');
    // What was shown was worked out on a session that has changed since: a person looks again.
    if (session.value.acts.length !== plan.acts) return failed('import-stale');
    const { faulty: left, ...said } = counts;
    if (counts.added + counts.changed > 0) {
      const written = write(office, hand.value);
      if (!written.ok) return written;
      const after = loadSession(office, sessionId);
      office.undo = after.ok ? { sessionId, acts: after.value.acts.length, putBack: written.value } : null;
    }
    office.imports.delete(handle);
    return done({ ...said, left });
  },
  'import.undo': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const { undo } = office;
    if (undo === null || undo.sessionId !== sessionId || undo.acts !== session.value.acts.length) return failed('undo-too-late');
    const result = prepare(office, sessionId, 'importUndone', sessionId, undo.putBack);
    if (result.ok) office.undo = null;
    return result.ok ? done({ savedAt: result.value }) : result;
  },
  'import.saveFaulty': async (office, { sessionId, handle }) => {
    const hand = inHand(office, sessionId, handle);
    if (!hand.ok) return hand;
    const { plan, titled } = hand.value;
    const faulty = (plan?.rows ?? []).filter((row) => row.state === 'faulty');
    const file = await office.tools.dialogs.saveFile(`${hand.value.fileName.replace(/\.[^.]+$/, '')} (à corriger).csv`);
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, writeCorrections(titled.header.cells, faulty));
    return written.ok ? done({ fileName: file.name }) : written;
  },
  'import.saveTemplate': async (office, { sessionId, kind, format }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { referential, regulations, candidates } = session.value.sitting;
    const ground = { referential, scale: regulations.scale, candidates, projects: readProjects(store.value.db, sessionId) };
    // The writer of workbooks is heavy, and most days need none.
    const { writeTemplate } = await import('../documents/imports/template.ts');
    const template = writeTemplate(kind, format, ground);
    const file = await office.tools.dialogs.saveFile(template.name);
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, template.bytes);
    return written.ok ? done({ fileName: file.name }) : written;
  },
} satisfies Handlers;
