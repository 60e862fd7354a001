import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { tellActs, tellRegister, type JournalCheck, type JournalView } from '../domain/journal-view.ts';
import { readChainAgain, readRegisterAgain } from '../db/chain.ts';
import { readRegister } from '../db/register.ts';
import { writeJournal, writeJournalLines } from '../documents/statistics/journal.ts';
import { drawJournal } from '../documents/statistics/journal-sheet.ts';
import type { RequestInput } from '../domain/contract.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { loadSession, requireStore, type Office } from './office.ts';
import { fontsOf } from './printable.ts';
import { register } from './register.ts';

type Format = RequestInput<'journal.export'>['format'];

const journalOf = (office: Office, sessionId: SessionId): Result<JournalView> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const { stored, acts, state } = session.value;
  const { number, title, timeZone } = stored.fields;
  const lines = [...tellActs(acts, state), ...tellRegister(readRegister(store.value.db), sessionId, state)];
  const working = state.phase !== 'open' && state.phase !== 'preparing';
  return done({ number, title, timeZone, working, lines: lines.sort((one, other) => one.at.localeCompare(other.at)) });
};

const checkOf = (office: Office, sessionId: SessionId): Result<JournalCheck> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const { db } = store.value;
  const { phase } = session.value.state;
  const read = readChainAgain(db, sessionId);
  // While the session is open, the number of links would count the opinions given.
  const told = phase === 'open' || phase === 'preparing' ? { links: null, destroyed: null, broken: read.broken } : { ...read, destroyed: read.destroyed > 0 };
  return done({ session: told, register: { ...readRegisterAgain(db), destroyed: false } });
};

const draw = async (office: Office, sessionId: SessionId, journal: JournalView, format: Format): Promise<Result<Uint8Array>> => {
  if (format === 'csv') return done(writeJournal(journal));
  if (format === 'lines') return done(writeJournalLines(journal));
  const check = checkOf(office, sessionId);
  const session = loadSession(office, sessionId);
  if (!check.ok) return check;
  if (!session.ok) return session;
  const organism = session.value.stored.referential.certifier.name;
  const { demonstration, tools } = office;
  return drawJournal({ journal, check: check.value, organism, madeAt: tools.clock.now(), demonstration, fonts: fontsOf(office) });
};

/** The journal of a session as it may be read, its chain verified, and its file. */
export const journalRequests = {
  'journal.get': (office, { sessionId }) => journalOf(office, sessionId),
  'journal.check': (office, { sessionId }) => checkOf(office, sessionId),
  'journal.export': async (office, { sessionId, format }) => {
    const journal = journalOf(office, sessionId);
    const store = requireStore(office);
    if (!journal.ok) return journal;
    if (!store.ok) return store;
    const drawn = await draw(office, sessionId, journal.value, format);
    if (!drawn.ok) return drawn;
    const bytes = drawn.value;
    const file = await office.tools.dialogs.saveFile(
      `Journal ${journal.value.number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')}.${format === 'lines' ? 'jsonl' : format}`,
    );
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    if (!written.ok) return written;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    store.value.db.transaction(() => register(office, store.value.db, { kind: 'exported', sessionId, what: 'journal', fileName: file.name, sha256 }))();
    return done({ fileName: file.name });
  },
} satisfies Handlers;
