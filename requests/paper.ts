import { done, failed, type Result } from '../domain/errors.ts';
import { minuteNumber, record as recordSchema, type RecordCandidate, type SessionRecord } from '../domain/minute.ts';
import type { CompanionFields, FollowingPaper } from '../domain/notification.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { readSealedTexts } from '../db/minute.ts';
import { drawAttestation, drawAward } from '../documents/letters/attestation.ts';
import type { NamedPaper } from '../documents/letters/following-name.ts';
import type { FollowingFacts } from '../documents/letters/letterhead.ts';
import { drawCompanionNotice, drawNotice } from '../documents/letters/notice.ts';
import { drawOutcomeList, drawSummary } from '../documents/letters/summary.ts';
import { loadSession, requireStore, type Office } from './office.ts';

/** The sealed records of a session, the first then each that rectifies it; the last is what every paper says. Errors: rectification-running, minute-not-sealed. */
export const sealedRecords = (office: Office, sessionId: SessionId): Result<readonly [SessionRecord, ...SessionRecord[]]> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const { phase, rectification } = session.value.state;
  const sealed = phase === 'sealed' || phase === 'archived';
  const [first, ...rest] = readSealedTexts(store.value.db, sessionId).map((text) => recordSchema.parse(JSON.parse(text)));
  if (!sealed && first !== undefined && rectification !== null) return failed('rectification-running');
  return sealed && first !== undefined ? done([first, ...rest]) : failed('minute-not-sealed');
};

/** One paper to be drawn: what it is called, and the way to draw it. */
export interface PlannedPaper {
  readonly name: NamedPaper;
  readonly draw: () => Promise<Result<Uint8Array>>;
}

const candidateOf = ({ record }: FollowingFacts, id: CandidateId): RecordCandidate | null => record.candidates.find((each) => each.id === id) ?? null;

/** Plans one paper. Error: not-found {what}, for a candidate, a companion, an award or a block that the record does not give. */
export const planPaper = (facts: FollowingFacts, companions: ReadonlyMap<CandidateId, CompanionFields>, asked: FollowingPaper): Result<PlannedPaper> => {
  const minute = minuteNumber(facts.record);
  if (asked.kind === 'summary') return done({ name: { kind: 'summary', minute }, draw: () => drawSummary(facts) });
  if (asked.kind === 'list') return done({ name: { kind: 'list', minute }, draw: () => drawOutcomeList(facts) });
  const candidate = candidateOf(facts, asked.candidateId);
  if (!candidate) return failed('not-found', { what: 'candidate' });
  const who = { number: candidate.number, person: candidate.name };
  switch (asked.kind) {
    case 'notice': {
      if (asked.recipient === 'candidate') return done({ name: { kind: 'notice', ...who }, draw: () => drawNotice(facts, candidate) });
      const companion = candidate.accessPath === 'VAE' ? companions.get(candidate.id) : undefined;
      if (!companion) return failed('not-found', { what: 'companion' });
      return done({ name: { kind: 'companion', ...who }, draw: () => drawCompanionNotice(facts, candidate, companion) });
    }
    case 'attestation': {
      const validated = candidate.blocks.some(({ code, state }) => code === asked.block && state.kind === 'validated');
      if (!validated) return failed('not-found', { what: 'block' });
      return done({ name: { kind: 'attestation', ...who, block: asked.block }, draw: () => drawAttestation(facts, candidate, asked.block) });
    }
    case 'award':
      if (candidate.outcome.kind !== 'full') return failed('not-found', { what: 'award' });
      return done({ name: { kind: 'award', ...who }, draw: () => drawAward(facts, candidate) });
  }
};

/** Every paper of a session, in the order of the record: the summary and the list, then candidate by candidate. */
export const everyPaper = ({ candidates }: SessionRecord, companions: ReadonlyMap<CandidateId, CompanionFields>): FollowingPaper[] => [
  { kind: 'summary' },
  { kind: 'list' },
  ...candidates.flatMap(({ id: candidateId, accessPath, outcome, blocks }): FollowingPaper[] => [
    { kind: 'notice', candidateId, recipient: 'candidate' },
    ...(accessPath === 'VAE' && companions.has(candidateId) ? [{ kind: 'notice' as const, candidateId, recipient: 'companion' as const }] : []),
    ...(outcome.kind === 'full' ? [{ kind: 'award' as const, candidateId }] : []),
    ...blocks.flatMap(({ code, state }) => (state.kind === 'validated' ? [{ kind: 'attestation' as const, candidateId, block: code }] : [])),
  ]),
];
