import { fullName } from '../domain/candidate.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { Juror, LetterKind } from '../domain/jury.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb } from '../db/connection.ts';
import { readProjects, readVaeFiles } from '../db/dossier.ts';
import { bundleLetters } from '../documents/letters/bundle.ts';
import { drawLetter } from '../documents/letters/draw.ts';
import { letterFileName, lettersFileName } from '../documents/letters/name.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { loadSession, requireStore, type Office, type OpenSession } from './office.ts';
import { fontsOf } from './printable.ts';

/** When candidates are expected, as far as it is planned. */
const plannedOf = (db: ReadableDb, { stored }: OpenSession): Instant[] =>
  [...readProjects(db, stored.id).map(({ defence }) => defence.plannedAt), ...readVaeFiles(db, stored.id).map((file) => file.interviewAt)].filter(
    (at) => at !== null,
  );

const draw = (office: Office, db: ReadableDb, session: OpenSession, juror: Juror, kind: LetterKind): Promise<Result<Uint8Array>> => {
  const { stored, state } = session;
  return drawLetter({
    kind,
    juror,
    session: stored.fields,
    certification: stored.referential,
    planned: plannedOf(db, session),
    candidates: state.candidates.length,
    madeAt: office.tools.clock.now(),
    demonstration: office.demonstration,
    fonts: fontsOf(office),
  });
};

/** The letters to the members: an invitation, and a summons that an employer may ask for. */
export const letterRequests = {
  'letter.save': async (office, { sessionId, jurorId, kind }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const juror = session.value.state.members.find((member) => member.juror.id === jurorId)?.juror;
    if (!juror) return failed('not-found', { what: 'juror' });
    const letter = await draw(office, store.value.db, session.value, juror, kind);
    if (!letter.ok) return letter;
    const file = await office.tools.dialogs.saveFile(letterFileName(kind, session.value.stored.fields.number, fullName(juror)));
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, letter.value);
    return written.ok ? done({ fileName: file.name, letters: 1 }) : written;
  },
  'letter.saveAll': async (office, { sessionId, kind }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { number } = session.value.stored.fields;
    const letters: { readonly name: string; readonly bytes: Uint8Array }[] = [];
    for (const { juror } of session.value.state.members) {
      const letter = await draw(office, store.value.db, session.value, juror, kind);
      if (!letter.ok) return letter;
      letters.push({ name: letterFileName(kind, number, fullName(juror)), bytes: letter.value });
    }
    if (letters.length === 0) return failed('not-found', { what: 'juror' });
    const bytes = await bundleLetters(letters);
    const file = await office.tools.dialogs.saveFile(lettersFileName(kind, number));
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    return written.ok ? done({ fileName: file.name, letters: letters.length }) : written;
  },
} satisfies Handlers;
