import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestInput } from '../domain/contract.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { RegisteredEntry } from '../domain/register.ts';
import { exportedWhat, type ExportedWhat, type RetentionLeft } from '../domain/retention.ts';
import { storeParts } from '../db/backup.ts';
import type { Store } from '../db/open.ts';
import { backupsBefore, missingPurges } from '../db/purge.ts';
import { readPurges } from '../db/purge-list.ts';
import { readRegister } from '../db/register.ts';
import { forgetFormer, formerPlaces, secondFolderOf } from '../db/second-folder.ts';
import { readSessions } from '../db/session.ts';
import type { Office } from './office.ts';
import { register } from './register.ts';

/** The numbers of the sessions of a store. */
export const numbersOf = ({ db }: Store): ReadonlyMap<string, string> => new Map(readSessions(db).map(({ id, fields }) => [id, fields.number]));

const papers: readonly string[] = ['notice', 'companion', 'award', 'attestation', 'summary', 'list'];

const kindOf = (what: string): ExportedWhat => {
  if (papers.includes(what)) return 'letters';
  const known = exportedWhat.safeParse(what.startsWith('results-') ? 'results' : what);
  return known.success ? known.data : 'other';
};

/** What left the program of a session by an entry of the register, or null. */
const departure = ({ entry }: RegisteredEntry): { readonly session: string; readonly what: ExportedWhat; readonly fileName: string | null } | null => {
  if (entry.kind === 'exported') return entry.sessionId === null ? null : { session: entry.sessionId, what: kindOf(entry.what), fileName: entry.fileName };
  if (entry.kind === 'declared') return { session: entry.sessionId, what: 'declaration', fileName: null };
  return entry.kind === 'accessGiven' ? { session: entry.sessionId, what: 'access', fileName: null } : null;
};

/** The files that left before a purge of their session, and that nobody said to have destroyed. */
const departures = (store: Store): Extract<RetentionLeft, { kind: 'exported' }>[] => {
  const entries = readRegister(store.db);
  const numbers = numbersOf(store);
  const last = new Map(readPurges(store.db).flatMap(({ sessionId, at }) => (sessionId === null ? [] : [[sessionId as string, at] as const])));
  const destroyed = new Set(entries.flatMap(({ entry }) => (entry.kind === 'destroyedByHand' && entry.seq !== null ? [entry.seq] : [])));
  return entries.flatMap((each) => {
    const left = departure(each);
    if (left === null || destroyed.has(each.seq) || each.at > (last.get(left.session) ?? '')) return [];
    return [{ kind: 'exported', seq: each.seq, session: numbers.get(left.session) ?? '', what: left.what, fileName: left.fileName, at: each.at }];
  });
};

/** What the purges made so far could not reach: copies known to the program, and the files that left it of the sessions they took from. */
export const leftOf = (store: Store): RetentionLeft[] => {
  const { db, folder } = store;
  if (readPurges(db).length === 0) return [];
  const numbers = numbersOf(store);
  const second = secondFolderOf(db);
  const aside = join(folder, storeParts.aside);
  return [
    ...missingPurges(store).map((entry): RetentionLeft => ({ kind: 'pending', session: numbers.get(entry.sessionId ?? '') ?? '', what: entry.what })),
    ...(second.kind === 'unreachable' ? [{ kind: 'secondFolder', path: second.path } as const] : []),
    ...formerPlaces(db).map((path): RetentionLeft => ({ kind: 'formerFolder', path })),
    ...backupsBefore(store).map((name): RetentionLeft => ({ kind: 'backup', name })),
    ...(existsSync(aside) ? readdirSync(aside).map((name): RetentionLeft => ({ kind: 'aside', name: join(aside, name) })) : []),
    ...departures(store),
  ];
};

/** Notes that a person destroyed by hand what no purge could reach. Errors: not-found, copies-still-there {path}. */
export const noteDestroyed = (office: Office, store: Store, what: RequestInput<'retention.destroyed'>): Result<true> => {
  const { db } = store;
  if (what.kind === 'formerFolder') {
    if (!formerPlaces(db).includes(what.path)) return failed('not-found', { what: 'folder' });
    if (existsSync(what.path)) return failed('copies-still-there', { path: what.path });
    db.transaction(() => {
      forgetFormer(db, what.path);
      register(office, db, { kind: 'destroyedByHand', sessionId: null, seq: null });
    })();
    return done(true);
  }
  const entry = readRegister(db).find(({ seq }) => seq === what.seq)?.entry;
  if (!departures(store).some(({ seq }) => seq === what.seq) || entry === undefined || !('sessionId' in entry)) return failed('not-found', { what: 'export' });
  db.transaction(() => register(office, db, { kind: 'destroyedByHand', sessionId: entry.sessionId, seq: what.seq }))();
  return done(true);
};
