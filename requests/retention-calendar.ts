import { fullName } from '../domain/candidate.ts';
import type { Day } from '../domain/time.ts';
import type { SessionId } from '../domain/ids.ts';
import type { RegisteredEntry } from '../domain/register.ts';
import { dayAt, dueOf, isDue, jurorKeptUntil, retentionKinds, type RetentionDue, type RetentionFacts, type RetentionLine } from '../domain/retention.ts';
import type { ReadableDb } from '../db/connection.ts';
import { readJurorFiles } from '../db/juror-file.ts';
import { readAllSeats } from '../db/juror-seat.ts';
import { countKind } from '../db/purge-kinds.ts';
import { readRegister } from '../db/register.ts';
import { readSessions, type StoredSession } from '../db/session.ts';
import { readHolders } from './holder-list.ts';
import { loadSession, requireStore, type Office } from './office.ts';

/** Why nothing of a session falls due, when an appeal was noted and not lifted since. */
const heldIn = (entries: readonly RegisteredEntry[], id: SessionId): string | null => {
  const last = entries.findLast(({ entry }) => (entry.kind === 'held' || entry.kind === 'holdLifted') && entry.sessionId === id)?.entry;
  return last?.kind === 'held' ? last.reason : null;
};

/** What decides when the data of a session fall due. */
export const factsOf = (office: Office, stored: StoredSession, entries: readonly RegisteredEntry[]): RetentionFacts => {
  const loaded = loadSession(office, stored.id);
  const store = requireStore(office);
  if (!loaded.ok) throw new Error(loaded.error.code);
  if (!store.ok) throw new Error(store.error.code);
  const { state, acts } = loaded.value;
  const sealedAgain = state.rectification !== null && (stored.phase === 'sealed' || stored.phase === 'archived');
  return {
    phase: stored.phase,
    timeZone: stored.fields.timeZone,
    closedAt: state.closedAt,
    rectifiedAt: sealedAgain ? (acts.findLast(({ act }) => act.kind === 'signed' && act.capacity === 'lead')?.at ?? null) : null,
    rectifying: state.rectification !== null && !sealedAgain,
    held: heldIn(entries, stored.id),
    regulations: stored.regulations,
    undeclared: readHolders(office, store.value.db, loaded.value).filter(({ line }) => line.status.kind !== 'accepted' && line.status.kind !== 'suppressed')
      .length,
  };
};

const sessionLines = (office: Office, db: ReadableDb, stored: StoredSession, entries: readonly RegisteredEntry[], today: Day): RetentionLine[] => {
  const facts = factsOf(office, stored, entries);
  // Nothing is counted before the minute is sealed: how many opinions there are is still the jury's alone.
  const counted = (facts.phase === 'sealed' || facts.phase === 'archived') && !facts.rectifying;
  return retentionKinds.map((what) => {
    const due = dueOf(what, facts);
    const count = counted && what !== 'minute' ? countKind(db, what, stored.id) : null;
    return {
      subject: { kind: 'session', sessionId: stored.id },
      name: stored.fields.number,
      title: stored.fields.title,
      what,
      due,
      isDue: what !== 'minute' && count !== null && count.rows + count.files > 0 && isDue(due, today),
      count,
    };
  });
};

const jurorLines = (db: ReadableDb, sessions: readonly StoredSession[], today: Day): RetentionLine[] => {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const seats = readAllSeats(db);
  return readJurorFiles(db).flatMap((file): RetentionLine[] => {
    const held = seats.filter(({ fileId }) => fileId === file.id).flatMap(({ sessionId }) => byId.get(sessionId) ?? []);
    if (held.length === 0) return [];
    const last = held.map(({ fields }) => fields.heldOn).reduce((most, day) => (day > most ? day : most));
    const years = Math.max(...held.map(({ regulations }) => regulations.retention.jurorYears));
    const unfinished = held.some(({ phase }) => phase !== 'sealed' && phase !== 'archived');
    const due: RetentionDue = unfinished ? { kind: 'notSealed' } : { kind: 'until', day: jurorKeptUntil(last, years) };
    return [
      {
        subject: { kind: 'jurorFile', fileId: file.id },
        name: fullName(file),
        title: '',
        what: 'jurorFile',
        due,
        isDue: isDue(due, today),
        count: countKind(db, 'jurorFile', file.id),
      },
    ];
  });
};

const rankOf = ({ isDue: isNow, due, count }: RetentionLine): string => {
  const isEmpty = count !== null && count.rows + count.files === 0;
  return due.kind !== 'until' ? '2' : `${isNow ? 0 : isEmpty ? 3 : 1} ${due.day}`;
};

/** The calendar: what is due first, then by the day on which it falls due, then what has no day yet, and last what is empty. */
export const calendarOf = (office: Office, db: ReadableDb): { readonly today: Day; readonly lines: readonly RetentionLine[] } => {
  const sessions = readSessions(db);
  const entries = readRegister(db);
  const today = dayAt(office.tools.clock.now(), sessions[0]?.fields.timeZone ?? 'Europe/Paris');
  const lines = [...sessions.flatMap((stored) => sessionLines(office, db, stored, entries, today)), ...jurorLines(db, sessions, today)];
  return { today, lines: lines.sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : rankOf(one) > rankOf(other) ? 1 : 0)) };
};
