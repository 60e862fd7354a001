import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestInput, RequestName, RequestOutput } from '../domain/contract.ts';
import { done, type Result } from '../domain/errors.ts';
import { requirementsOf, type RequirementRecord } from '../domain/requirements.ts';
import {
  candidateId as candidateIdSchema,
  jurorId as jurorIdSchema,
  pieceId as pieceIdSchema,
  type CandidateId,
  type JurorId,
  type PieceId,
  type SessionId,
} from '../domain/ids.ts';
import { saveCandidate } from '../db/candidate.ts';
import { insertPiece, planCopies, storedPath, type CopiedPiece } from '../db/piece.ts';
import { sealStream } from '../db/sealed-file.ts';
import { readingOf } from '../documents/imports/reading.ts';
import { saveRequirement } from '../db/requirement.ts';
import { createStore, findStore, openStore, type Store } from '../db/open.ts';
import { findByNumber } from '../db/session.ts';
import { drawDemoPieces } from '../documents/demo/pieces.ts';
import { readCandidateRows } from '../documents/imports/candidates.ts';
import { dossierRequests } from './dossier.ts';
import { jurorRequests } from './juror.ts';
import { officerRequests } from './officer.ts';
import { loadSession, prepare, requireStore, type Office } from './office.ts';
import { readScenario, type Scenario } from './scenario.ts';
import { scheduleRequests } from './schedule.ts';
import { sessionRequests } from './session.ts';

type Answer<Name extends RequestName> = (office: Office, input: RequestInput<Name>) => Result<RequestOutput<Name>>;

const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`demonstration: ${result.error.code} ${JSON.stringify(result.error.facts)}`);
  return result.value;
};

/** Who is who in a demonstration session: keys of the scenario to identities of the store. */
export interface DemonstrationKeys {
  readonly jurors: ReadonlyMap<string, JurorId>;
  readonly candidates: ReadonlyMap<string, CandidateId>;
}

const pick = <Value>(map: ReadonlyMap<string, Value>, key: string): Value => {
  const found = map.get(key);
  if (found === undefined) throw new Error(`demonstration: nobody is called ${key}`);
  return found;
};

const importCandidates = (office: Office, sessionId: SessionId, day: Scenario): Map<string, CandidateId> => {
  const bytes = readFileSync(join(office.tools.resourcesFolder, 'demo', day.candidates));
  const session = must(loadSession(office, sessionId));
  const read = readCandidateRows(bytes, session.sitting.referential, []);
  if (!read.ok) throw new Error(`demonstration: ${JSON.stringify(read.error.facts.problems)}`);
  const ids = new Map(read.rows.map((row) => [row.fields.number, candidateIdSchema.parse(office.tools.ids.next())]));
  must(
    prepare(office, sessionId, 'import', String(read.rows.length), (db) => {
      for (const row of read.rows) saveCandidate(db, sessionId, pick(ids, row.fields.number), row.fields);
    }),
  );
  return ids;
};

/** The files of the demonstration as they were last drawn: the same fonts give the same bytes, and drawing is most of the wait. */
let drawn: { readonly regular: Buffer; readonly bold: Buffer; readonly files: ReadonlyMap<string, Uint8Array> } | null = null;

const drawnFrom = (regular: Buffer, bold: Buffer): ReadonlyMap<string, Uint8Array> => {
  if (drawn === null || !drawn.regular.equals(regular) || !drawn.bold.equals(bold))
    drawn = { regular, bold, files: new Map(drawDemoPieces({ regular, bold }).map((piece) => [piece.name, piece.bytes])) };
  return drawn.files;
};

const addPieces = async (
  office: Office,
  store: Store,
  sessionId: SessionId,
  day: Scenario,
  candidates: ReadonlyMap<string, CandidateId>,
): Promise<Map<string, PieceId>> => {
  const read = (name: string): Buffer => readFileSync(join(office.tools.resourcesFolder, 'fonts', name));
  const files = drawnFrom(read('SourceSans3_400Regular.ttf'), read('SourceSans3_700Bold.ttf'));
  const { db, folder, key } = store;
  const names = planCopies(db, folder, day.pieces.length);
  const copies: (CopiedPiece & { readonly name: string })[] = [];
  for (const [rank, { candidate, kind, title, file }] of day.pieces.entries()) {
    const bytes = pick(files, file);
    const storedAs = names[rank] ?? '';
    const id = pieceIdSchema.parse(office.tools.ids.next());
    const entry = { id, candidateId: pick(candidates, candidate), kind, title, fileName: file, reading: readingOf(bytes) };
    copies.push({ name: `${candidate}/${file}`, entry, storedAs, sealed: await sealStream(storedPath(folder, storedAs), key, [bytes]) });
  }
  must(
    prepare(office, sessionId, 'pieces', String(copies.length), (inner) => {
      for (const copy of copies) insertPiece(inner, copy);
    }),
  );
  return new Map(copies.map(({ name, entry }) => [name, entry.id]));
};

const addDossiers = (
  office: Office,
  sessionId: SessionId,
  day: Scenario,
  candidates: ReadonlyMap<string, CandidateId>,
  pieces: ReadonlyMap<string, PieceId>,
): void => {
  const pieceOf = (candidate: string, file: string | null): PieceId | null => (file === null ? null : (pieces.get(`${candidate}/${file}`) ?? null));
  for (const { candidate, title, blocks, report, deliverables, defence, grid } of day.projects) {
    const { plannedAt, plannedMinutes, evaluator } = defence;
    const fields = {
      candidateId: pick(candidates, candidate),
      title,
      blocks,
      grid,
      defence: { plannedAt, plannedMinutes, evaluator },
      reportPieceId: pieceOf(candidate, report),
      deliverables: deliverables.map((entry) => ({ title: entry.title, competencies: entry.competencies, pieceId: pieceOf(candidate, entry.file) })),
    };
    must(dossierRequests['project.save'](office, { sessionId, projectId: null, fields }));
  }
  for (const { candidate, title, file, competencies } of day.evidence) {
    const fields = { candidateId: pick(candidates, candidate), title, competencies, pieceId: pieceOf(candidate, file) };
    must(dossierRequests['evidence.save'](office, { sessionId, evidenceId: null, fields }));
  }
  for (const { candidate, validationFile, ...file } of day.vaeFiles)
    must(
      dossierRequests['vaeFile.save'](office, {
        sessionId,
        file: { ...file, candidateId: pick(candidates, candidate), validationPieceId: pieceOf(candidate, validationFile) },
      }),
    );
};

/** What the secretariat checked at entry: everything but what the scenario leaves for a person to find. */
const addEntryChecks = (office: Office, sessionId: SessionId, { entryChecks }: Scenario): void => {
  const { verifiedOn, verifiedBy, proof, unchecked } = entryChecks;
  const { referential, candidates } = must(loadSession(office, sessionId)).sitting;
  const isLeft = (candidate: string, code: string): boolean => unchecked.some((each) => each.candidate === candidate && each.code === code);
  const records = candidates.flatMap(({ id: candidateId, number, accessPath }) =>
    requirementsOf(referential, accessPath, []).flatMap(({ code }): RequirementRecord[] => {
      const basis = code === 'admission' ? 'level6' : null;
      return isLeft(number, code) ? [] : [{ candidateId, code, state: 'provided', basis, pieceId: null, proof, verifiedOn, verifiedBy, note: '' }];
    }),
  );
  must(
    prepare(office, sessionId, 'requirement', String(records.length), (db) => {
      for (const record of records) saveRequirement(db, record);
    }),
  );
};

/** The order of the day: whoever is placed goes to one room after the other. */
const addSchedule = (office: Office, sessionId: SessionId, { schedule: { startsAt, rooms } }: Scenario): void => {
  const { fields } = must(scheduleRequests['schedule.get'](office, { sessionId }));
  const order = fields.order.map(({ candidateId }, rank) => ({ candidateId, room: rank % rooms.length }));
  const laid = { ...fields, startsAt, rooms: rooms.map((name) => ({ name, link: '' })), order };
  must(scheduleRequests['schedule.save'](office, { sessionId, fields: laid }));
};

const addAccommodations = (office: Office, sessionId: SessionId, day: Scenario, candidates: ReadonlyMap<string, CandidateId>): void => {
  const { key } = must(officerRequests['officer.open'](office, { sessionId, pin: day.officer.pin }));
  for (const { candidate, ...record } of day.accommodations)
    must(officerRequests['officer.save'](office, { sessionId, key, record: { ...record, candidateId: pick(candidates, candidate) } }));
  must(officerRequests['officer.close'](office, { key }));
};

/** Prepares the demonstration session in the open store: everything up to the opening, PINs included. */
export const prepareDemonstration = async (office: Office): Promise<{ readonly sessionId: SessionId; readonly keys: DemonstrationKeys }> => {
  const day = readScenario(office.tools.resourcesFolder);
  const store = must(requireStore(office));
  const create: Answer<'session.create'> = sessionRequests['session.create'];
  const { sessionId } = must(create(office, day.session));
  for (const { remark, reason } of day.acknowledgements) must(sessionRequests['session.acknowledge'](office, { sessionId, remark, reason }));
  const jurors = new Map<string, JurorId>();
  for (const { key, fields } of day.jurors) {
    const saved = must(jurorRequests['juror.save'](office, { sessionId, jurorId: null, fields }));
    jurors.set(key, jurorIdSchema.parse(saved.jurorId));
  }
  for (const { key, pin } of day.jurors) must(jurorRequests['pin.set'](office, { sessionId, holder: pick(jurors, key), pin, current: null }));
  must(jurorRequests['pin.set'](office, { sessionId, holder: 'lead', pin: day.leadPin, current: null }));
  const candidates = importCandidates(office, sessionId, day);
  addDossiers(office, sessionId, day, candidates, await addPieces(office, store, sessionId, day, candidates));
  addEntryChecks(office, sessionId, day);
  addAccommodations(office, sessionId, day, candidates);
  addSchedule(office, sessionId, day);
  return { sessionId, keys: { jurors, candidates } };
};

/** Opens the demonstration's own store, creating and preparing it the first time. Errors: those of openStore. */
export const openDemonstration = async (office: Office, close: (office: Office) => void): Promise<Result<{ readonly sessionId: SessionId }>> => {
  const { demonstrationFolder, resourcesFolder, clock } = office.tools;
  const day = readScenario(resourcesFolder);
  close(office);
  const opened =
    findStore(demonstrationFolder) === 'absent'
      ? createStore(demonstrationFolder, day.passphrase, clock)
      : openStore(demonstrationFolder, day.passphrase, clock);
  if (!opened.ok) return opened;
  office.store = opened.value;
  office.demonstration = true;
  const known = findByNumber(opened.value.db, day.session.number);
  if (known) return done({ sessionId: known });
  return done({ sessionId: (await prepareDemonstration(office)).sessionId });
};
