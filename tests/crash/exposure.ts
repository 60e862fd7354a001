import type { contract, RequestInput, RequestName } from '../../domain/contract.ts';
import { jurorFileId, jurorProofId, type CandidateId } from '../../domain/ids.ts';
import { emptySchedule } from '../../domain/schedule.ts';
import type { Desk } from '../../requests/desk.ts';
import type { Cast } from './cast.ts';

type ReadName = { [Name in RequestName]: (typeof contract)[Name]['kind'] extends 'read' ? Name : never }[RequestName];
type Inputs = { readonly [Name in ReadName]: readonly RequestInput<Name>[] };

/** Every read of the contract, with what to ask: a read that is added to the contract must be added here. */
const everyRead = (cast: Cast, draftKeys: readonly string[], pieceId: string): Inputs => {
  const { sessionId } = cast;
  const candidates = Object.values(cast.candidates) as CandidateId[];
  const each = candidates.map((candidateId) => ({ sessionId, candidateId }));
  return {
    'store.status': [{}],
    'store.checkBackups': [{ passphrase: 'une autre phrase' }],
    'work.get': [{ work: 'guess' }],
    'session.list': [{}],
    'session.certifications': [{}],
    'retention.get': [{}],
    'retention.due': [{}],
    'access.find': [{ name: 'a' }],
    'fiche.list': [{}],
    'fiche.search': [{ work: 'guess', query: '' }],
    'fiche.get': [{ work: 'guess' }],
    'fiche.compare': [{ sessionId, version: '2023-04-01' }],
    'session.get': [{ sessionId }],
    'session.readiness': [{ sessionId }],
    'candidate.list': [{ sessionId }],
    'import.get': [{ sessionId, handle: 'guess' }],
    'import.rows': [{ sessionId, handle: 'guess', show: 'all', page: 0 }],
    'trust.list': [{}],
    'juror.links': [{ sessionId }],
    'jurorFile.list': [{}],
    'jurorFile.unfiled': [{}],
    'jurorProof.view': [{ fileId: jurorFileId.parse('guess'), proofId: jurorProofId.parse('guess') }],
    'rectification.get': [{ sessionId }],
    'archive.written': [{ work: 'guess' }],
    'document.verdict': [{ work: 'guess' }],
    'dossiers.state': [{ sessionId }],
    'archive.state': [{ sessionId }],
    'reading.get': [{ work: 'guess' }],
    'reading.dossiers': [{ work: 'guess' }],
    'reading.viewPiece': [{ work: 'guess', path: 'data/dossiers/1/001-cv.pdf' }],
    'reading.view': [{ work: 'guess', document: { kind: 'minute' } }],
    'rehearsal.get': [{ work: 'guess' }],
    'rehearsal.last': [{ sessionId }],
    'notification.get': [{ sessionId }],
    'notification.view': [
      { sessionId, paper: { kind: 'summary' } },
      ...candidates.map((candidateId) => ({ sessionId, paper: { kind: 'notice' as const, candidateId, recipient: 'candidate' as const } })),
    ],
    'dossier.get': each,
    'piece.view': [{ sessionId, pieceId: pieceId as RequestInput<'piece.view'>['pieceId'] }],
    'requirement.list': each,
    'intake.preview': [{ sessionId, intake: 'guess', filter: { kind: 'asked' }, search: '', from: 0, count: 50 }],
    'officer.list': [{ sessionId, key: 'guess' }],
    'officer.log': [{ sessionId, key: 'guess' }],
    'schedule.get': [{ sessionId }],
    'schedule.preview': [{ sessionId, fields: { ...emptySchedule, order: candidates.map((candidateId) => ({ candidateId, room: 0 })) } }],
    'schedule.sheet': [
      { sessionId, reader: 'door' },
      { sessionId, reader: 'jury' },
    ],
    'holder.list': [{ sessionId }],
    'holder.due': [{}],
    'notification.due': [{}],
    'review.flags': [{ sessionId }],
    'sitting.get': [{ sessionId }],
    'sitting.candidate': each,
    'note.list': [{ key: 'guess' }],
    'draft.get': draftKeys.map((key) => ({ sessionId, key })),
    'minute.preview': [{ sessionId }],
    'minute.signing': [{ sessionId }],
    'minute.view': [{ sessionId }],
    'organism.status': [{ sessionId }],
    'statistics.get': [{ code: null, year: null, path: null }],
    'journal.get': [{ sessionId }],
    'transfer.status': [{ sessionId }],
    'transfer.done': [{ work: 'guess' }],
    'journal.check': [{ sessionId }],
    'lock.state': [{}],
    'lock.setting': [{}],
  };
};

/** Asks every read of the contract and gives all that was answered, as one text. */
export const readEverything = async (desk: Desk, cast: Cast, draftKeys: readonly string[]): Promise<string> => {
  const [first] = Object.values(cast.candidates) as CandidateId[];
  const dossier = first === undefined ? null : await desk.ask('dossier.get', { sessionId: cast.sessionId, candidateId: first });
  const pieceId = dossier?.ok ? (dossier.value.pieces[0]?.id ?? '') : '';
  const answers: unknown[] = [];
  for (const [name, inputs] of Object.entries(everyRead(cast, draftKeys, pieceId))) for (const input of inputs) answers.push(await desk.answer(name, input));
  return JSON.stringify(answers);
};

/** Sealed rounds of the answers that tell more than who has recorded. */
export const talkativeRounds = (answers: string): string[] =>
  [...answers.matchAll(/\{"kind":"sealed"[^{}]*\}/g)]
    .map(([round]) => round)
    .filter((round) => !/^\{"kind":"sealed","round":\d+,"reason":"[^"]*","recorded":\[[^\]]*\],"void":(?:true|false)\}$/.test(round));
