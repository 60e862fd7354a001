import { done } from '../domain/errors.ts';
import { jurorFileId as jurorFileIdSchema, type JurorFileId, type SessionId } from '../domain/ids.ts';
import { fileOf, isSamePerson, type JurorFileFields } from '../domain/juror-file.ts';
import { readJurorFiles, saveJurorFile } from '../db/juror-file.ts';
import { readAllSeats, readUnfiled, seatJuror } from '../db/juror-seat.ts';
import type { Handlers } from './desk.ts';
import { requireStore } from './office.ts';

interface Person {
  readonly id: JurorFileId;
  readonly fields: Pick<JurorFileFields, 'givenName' | 'familyName' | 'employer'>;
  readonly sessions: Set<SessionId>;
}

/** Members of sessions older than the directory, taken into it: the same name and employer are one person, known by the latest session. */
export const adoptionRequests = {
  'jurorFile.unfiled': (office) => {
    const store = requireStore(office);
    return store.ok ? done({ members: readUnfiled(store.value.db).length }) : store;
  },
  'jurorFile.adopt': (office) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const { db } = store.value;
    const seats = readAllSeats(db);
    const people: Person[] = readJurorFiles(db).map((file) => ({
      id: file.id,
      fields: file,
      sessions: new Set(seats.filter((seat) => seat.fileId === file.id).map((seat) => seat.sessionId)),
    }));
    const known = people.length;
    db.transaction(() => {
      for (const { sessionId, juror } of readUnfiled(db)) {
        let person = people.find((each) => isSamePerson(each.fields, juror) && !each.sessions.has(sessionId));
        if (person === undefined) {
          person = { id: jurorFileIdSchema.parse(office.tools.ids.next()), fields: juror, sessions: new Set() };
          saveJurorFile(db, person.id, fileOf(juror));
          people.push(person);
        }
        seatJuror(db, juror.id, person.id);
        person.sessions.add(sessionId);
      }
    })();
    return done({ added: people.length - known });
  },
} satisfies Handlers;
