import { fullName, type Candidate } from '../domain/candidate.ts';
import { localDay } from '../domain/clock.ts';
import { deliberate, type Deliberation } from '../domain/deliberation.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import { deadlineOf, identityFrom, statusOf, type DeclaredLine, type HolderLine, type HoldersView } from '../domain/holder.ts';
import { checkHolder } from '../domain/holder-check.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { day, type Day, type Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from '../db/connection.ts';
import { readIdentities, readIdentity, readLines, type KeptIdentity, type StoredLine } from '../db/holder.ts';
import { loadSession, requireStore, type Office, type OpenSession } from './office.ts';

/** One candidate whose declaration is followed: what the screen shows, and what a file needs. */
export interface Holder {
  readonly line: HolderLine;
  readonly candidate: Candidate;
  readonly kept: KeptIdentity | null;
  readonly lines: readonly DeclaredLine[];
  readonly last: StoredLine | null;
}

/** Whether holders may be followed: after the seal, and not while the minute is being rectified. */
export const stageOf = ({ phase, rectification }: Deliberation): HoldersView['stage'] => {
  if (phase === 'sealed' || phase === 'archived') return 'ready';
  return rectification === null ? 'unsealed' : 'rectifying';
};

const today = (office: Office, timeZone: string): Day => day.parse(localDay(office.tools.clock.now(), timeZone));

/** The day on which each full certification was awarded: the closing of the first minute from which the award has stood ever since. */
const awardsOf = ({ sitting, acts, state, stored }: OpenSession): ReadonlyMap<CandidateId, Day> => {
  const closings = acts.flatMap(({ act, at }, place) => (act.kind === 'closed' ? [{ at, place }] : []));
  const states = closings.map(({ at, place }) => ({ at, state: closings.length === 1 ? state : deliberate(sitting, acts.slice(0, place + 1)) }));
  const awards = new Map<CandidateId, Day>();
  const dayOf = (at: Instant): Day => day.parse(localDay(at, stored.fields.timeZone));
  for (const { candidate, outcome } of state.candidates) {
    if (outcome.kind !== 'full') continue;
    let since: Instant | null = null;
    for (const closing of states) {
      const full = closing.state.candidates.find((one) => one.candidate.id === candidate.id)?.outcome.kind === 'full';
      since = full ? (since ?? closing.at) : null;
    }
    const at = since ?? state.closedAt;
    if (at !== null) awards.set(candidate.id, dayOf(at));
  }
  return awards;
};

const hasChanged = (db: ReadableDb, line: StoredLine, kept: KeptIdentity | null, awardedOn: Day | null): boolean => {
  if (awardedOn !== null && line.awardedOn !== awardedOn) return true;
  if (kept === null || kept.seq === line.identitySeq) return false;
  const declared = readIdentity(db, line.identitySeq);
  return declared === null || JSON.stringify(declared) !== JSON.stringify(kept.identity);
};

/** Everyone whose declaration is followed: who holds the full certification by the minute in force, and who was declared before a rectification took it away. */
export const readHolders = (office: Office, db: ReadableDb, session: OpenSession): Holder[] => {
  if (stageOf(session.state) !== 'ready') return [];
  const { id, fields } = session.stored;
  const [awards, identities, lines] = [awardsOf(session), readIdentities(db, id), readLines(db, id)];
  const now = today(office, fields.timeZone);
  return session.state.candidates.flatMap(({ candidate }): Holder[] => {
    const own = lines.filter((line) => line.candidateId === candidate.id);
    const awardedOn = awards.get(candidate.id) ?? null;
    const holds = awardedOn !== null;
    if (!holds && own.length === 0) return [];
    const kept = identities.get(candidate.id) ?? null;
    const identity = kept?.identity ?? identityFrom(candidate);
    const declared = own.map((line) => ({ ...line, changed: hasChanged(db, line, kept, awardedOn) }));
    const line: HolderLine = {
      candidateId: candidate.id,
      number: candidate.number,
      name: fullName(candidate),
      accessPath: candidate.accessPath,
      holds,
      awardedOn,
      deadline: awardedOn === null ? null : deadlineOf(awardedOn),
      identity,
      keptAt: kept?.at ?? null,
      status: statusOf(declared, holds),
      remarks: awardedOn === null ? [] : checkHolder(identity, candidate, awardedOn, now),
    };
    return [{ line, candidate, kept, lines: declared, last: own.at(-1) ?? null }];
  });
};

/** A session whose holders may be declared, with its store. Errors: store-locked, not-found, minute-not-sealed, rectification-running. */
export const requireSealed = (office: Office, sessionId: SessionId): Result<{ readonly db: WritableDb; readonly session: OpenSession }> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const stage = stageOf(session.value.state);
  if (stage === 'ready') return done({ db: store.value.db, session: session.value });
  return stage === 'rectifying' ? failed('rectification-running') : failed('minute-not-sealed');
};

/** The present day on the clocks of a session. */
export const todayOf = (office: Office, { stored }: OpenSession): Day => today(office, stored.fields.timeZone);
