import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../domain/errors.ts';
import { record as recordSchema, type SessionRecord } from '../domain/minute.ts';
import { countStatistics, type StatisticsFilter, type StatisticsView } from '../domain/statistics.ts';
import type { ReadableDb } from '../db/connection.ts';
import { insertInsertion, readInsertion } from '../db/insertion.ts';
import { readSealedTexts } from '../db/minute.ts';
import { readFirstNotified } from '../db/notification.ts';
import { readSessions } from '../db/session.ts';
import { drawChart, writeInternal, writePublic } from '../documents/statistics/export.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { requireStore, type Office } from './office.ts';
import { register } from './register.ts';

/** The last sealed record of each session: what the minute in force tells, while a rectification runs too. */
const sealedRecords = (db: ReadableDb): SessionRecord[] =>
  readSessions(db).flatMap(({ id }) => {
    const last = readSealedTexts(db, id).at(-1);
    return last === undefined ? [] : [recordSchema.parse(JSON.parse(last))];
  });

const everything: StatisticsFilter = { code: null, year: null, path: null };

const statisticsOf = (office: Office, filter: StatisticsFilter): Result<StatisticsView> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const { db } = store.value;
  const records = sealedRecords(db);
  const notified = new Map(records.map(({ session }) => [session.id, readFirstNotified(db, session.id)]));
  return done(countStatistics(records, filter, readInsertion(db), notified));
};

/** The figures of the sealed sessions, their files, and the insertion rates that a person enters. */
export const statisticsRequests = {
  'statistics.get': (office, filter) => statisticsOf(office, filter),
  'statistics.recordInsertion': (office, rate) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const at = office.tools.clock.now();
    insertInsertion(store.value.db, rate, at);
    return done({ savedAt: at });
  },
  'statistics.export': async (office, { what, filter }) => {
    const store = requireStore(office);
    // A public export is always of the whole store: two exports under two filters would be subtracted.
    const figures = statisticsOf(office, what === 'public' ? everything : filter);
    if (!store.ok) return store;
    if (!figures.ok) return figures;
    const drawn = { internal: writeInternal, public: writePublic, chart: drawChart } as const;
    const names = { internal: 'Statistiques internes.csv', public: 'Statistiques publiques.csv', chart: 'Statistiques internes par bloc.svg' } as const;
    const bytes = drawn[what](figures.value);
    const file = await office.tools.dialogs.saveFile(names[what]);
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    if (!written.ok) return written;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { db } = store.value;
    db.transaction(() => register(office, db, { kind: 'exported', sessionId: null, what: `statistics-${what}`, fileName: file.name, sha256 }))();
    return done({ fileName: file.name });
  },
} satisfies Handlers;
