import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { minuteNumber } from '../domain/minute.ts';
import { leavesFrom, linesOf, sendingId, standing, type FollowingPaper, type LettersDue, type NotificationView, type Sending } from '../domain/notification.ts';
import { day, type Day } from '../domain/time.ts';
import { insertSending, readCompanions, readFirstNotified, readSendings, saveCompanion } from '../db/notification.ts';
import { readSessions } from '../db/session.ts';
import { bundleStream } from '../documents/letters/bundle.ts';
import { paperKindName, paperName, paperPath, papersName } from '../documents/letters/following-name.ts';
import { tableResults } from '../documents/results/table.ts';
import { resultsName, writeResultsBook, writeResultsCsv } from '../documents/results/write.ts';
import type { Handlers } from './desk.ts';
import { Stopped, streamChosen, writeChosen } from './file.ts';
import { keepView, requireStore, type Office } from './office.ts';
import { everyPaper, planPaper, sealedRecords, type PlannedPaper } from './paper.ts';
import { checkWords, fontsOf } from './printable.ts';
import { register } from './register.ts';
import { startWork } from './work.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The calendar day of an instant in a time zone. */
const dayIn = (at: string, timeZone: string): Day => day.parse(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(at)));

/** What every request here rests on: the store, the sealed records, the latest of them, the companions and the papers' facts. */
const openFollowing = (office: Office, sessionId: SessionId) => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const records = sealedRecords(office, sessionId);
  if (!records.ok) return records;
  const { db } = store.value;
  const record = records.value.at(-1) ?? records.value[0];
  const at = office.tools.clock.now();
  return done({
    db,
    records: records.value,
    record,
    at,
    today: dayIn(at, record.session.timeZone),
    companions: readCompanions(db, sessionId),
    facts: { record, madeAt: at, fonts: fontsOf(office) },
  });
};

const viewOf = (office: Office, sessionId: SessionId): Result<NotificationView> => {
  const opened = openFollowing(office, sessionId);
  if (!opened.ok) {
    if (opened.error.code === 'minute-not-sealed') return done({ kind: 'notSealed' });
    return opened.error.code === 'rectification-running' ? done({ kind: 'rectifying' }) : opened;
  }
  const { db, records, record, today, companions } = opened.value;
  const rectifiedOn = record.rectification === null ? null : dayIn(record.rectification.closedAt, record.session.timeZone);
  return done({
    kind: 'ready',
    number: minuteNumber(record),
    rank: record.rectification?.rank ?? 0,
    heldOn: record.session.heldOn,
    today,
    vaeDays: record.regulations.vaeNotificationDays,
    lines: linesOf({ records, sendings: readSendings(db, sessionId), companions, today, rectifiedOn }),
  });
};

/** The sessions whose law gives the results a day, and which have not all sent them, one line each. */
const dueOf = (office: Office): Result<LettersDue[]> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const lines = readSessions(store.value.db).flatMap(({ id }): LettersDue[] => {
    const view = viewOf(office, id);
    if (!view.ok || view.value.kind !== 'ready') return [];
    const { number, today } = view.value;
    const waiting = view.value.lines.flatMap(({ letters }) => letters.flatMap(({ state, due }) => (state.kind === 'sent' || due === null ? [] : [due]))).sort();
    const [due] = waiting;
    return due === undefined ? [] : [{ sessionId: id, number, letters: waiting.length, due, late: due < today }];
  });
  return done(lines);
};

const planned = (office: Office, sessionId: SessionId, paper: FollowingPaper): Result<PlannedPaper> => {
  const opened = openFollowing(office, sessionId);
  return opened.ok ? planPaper(opened.value.facts, opened.value.companions, paper) : opened;
};

const noteExport = (office: Office, sessionId: SessionId, what: string, fileName: string, bytes: Uint8Array): void => {
  const store = requireStore(office);
  if (store.ok) register(office, store.value.db, { kind: 'exported', sessionId, what, fileName, sha256: sha256(bytes) });
};

/** Whether a letter may have left that day. Error: sending-day {from, to}. */
const checkDay = (on: Day, from: Day, today: Day): Result<true> =>
  on < from || on > today ? failed('sending-day', { from, to: today < from ? from : today }) : done(true);

/** What follows a sealed minute: letters and attestations, when they left, the summary and the results. */
export const notificationRequests = {
  'notification.due': (office) => dueOf(office),
  'notification.get': (office, { sessionId }) => viewOf(office, sessionId),
  'notification.view': async (office, { sessionId, paper }) => {
    const plan = planned(office, sessionId, paper);
    if (!plan.ok) return plan;
    const drawn = await plan.value.draw();
    return drawn.ok ? done({ view: keepView(office, () => drawn.value), fileName: paperName(plan.value.name) }) : drawn;
  },
  'notification.save': async (office, { sessionId, paper }) => {
    const plan = planned(office, sessionId, paper);
    if (!plan.ok) return plan;
    const drawn = await plan.value.draw();
    if (!drawn.ok) return drawn;
    const file = await office.tools.dialogs.saveFile(paperName(plan.value.name));
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, drawn.value);
    if (!written.ok) return written;
    noteExport(office, sessionId, plan.value.name.kind, paperKindName(plan.value.name), drawn.value);
    return done({ fileName: file.name });
  },
  'notification.saveAll': async (office, { sessionId }) => {
    const opened = openFollowing(office, sessionId);
    if (!opened.ok) return opened;
    const { record, facts, companions } = opened.value;
    const name = papersName(minuteNumber(record));
    const file = await office.tools.dialogs.saveFile(name);
    if (!file) return failed('cancelled');
    const { store } = office;
    const papers = everyPaper(record, companions);
    const work = startWork(office, async ({ report, signal }) => {
      const hash = createHash('sha256');
      async function* letters() {
        for (const [rank, paper] of papers.entries()) {
          report({ step: 'writing', unit: 'files', done: rank, total: papers.length });
          // Other requests pass between two papers, the one that stops this among them.
          await new Promise((resolve) => setImmediate(resolve));
          if (signal.aborted || office.store !== store) throw new Stopped(failed('cancelled'));
          const plan = planPaper(facts, companions, paper);
          if (!plan.ok) throw new Stopped(plan);
          const drawn = await plan.value.draw();
          if (!drawn.ok) throw new Stopped(drawn);
          yield { name: paperPath(plan.value.name), bytes: drawn.value };
        }
      }
      async function* hashed() {
        for await (const part of bundleStream(letters())) {
          hash.update(part);
          yield part;
        }
      }
      const written = await streamChosen(office, file, hashed(), () => Promise.resolve(signal.aborted ? failed('cancelled') : done(true as const)));
      if (written.ok && office.store === store)
        register(office, opened.value.db, { kind: 'exported', sessionId, what: 'letters', fileName: name, sha256: hash.digest('hex') });
      return written;
    });
    return done({ work, fileName: file.name });
  },
  'notification.note': (office, { sessionId, candidateIds, recipient, on, way }) => {
    const opened = openFollowing(office, sessionId);
    if (!opened.ok) return opened;
    const { db, record, at, today, companions } = opened.value;
    const fits = checkDay(on, leavesFrom(record), today);
    if (!fits.ok) return fits;
    const whom = [...new Set(candidateIds)];
    for (const id of whom) {
      const candidate = record.candidates.find((each) => each.id === id);
      if (!candidate) return failed('not-found', { what: 'candidate' });
      if (recipient === 'companion' && (candidate.accessPath !== 'VAE' || !companions.has(id))) return failed('not-found', { what: 'companion' });
    }
    const rank = record.rectification?.rank ?? 0;
    db.transaction(() => {
      for (const candidateId of whom) {
        const id = sendingId.parse(office.tools.ids.next());
        insertSending(db, sessionId, { id, candidateId, recipient, rank, sent: { on, way }, replaces: null, reason: '', notedAt: at });
      }
      register(office, db, { kind: 'notified', sessionId, candidateIds: whom, recipient, on, way });
    })();
    return viewOf(office, sessionId);
  },
  'notification.correct': (office, { sessionId, id, sent, reason }) => {
    const opened = openFollowing(office, sessionId);
    if (!opened.ok) return opened;
    const { db, record, records, at, today } = opened.value;
    const sendings: readonly Sending[] = readSendings(db, sessionId);
    const known = sendings.find((each) => each.id === id);
    if (!known) return failed('not-found', { what: 'sending' });
    if (!standing(sendings).some((each) => each.id === id)) return failed('sending-replaced');
    const followed = records.find((each) => (each.rectification?.rank ?? 0) === known.rank) ?? record;
    const fits = sent === null ? done(true) : checkDay(sent.on, leavesFrom(followed), today);
    if (!fits.ok) return fits;
    const { candidateId, recipient, rank } = known;
    db.transaction(() => {
      insertSending(db, sessionId, { id: sendingId.parse(office.tools.ids.next()), candidateId, recipient, rank, sent, replaces: id, reason, notedAt: at });
      register(office, db, { kind: 'notificationCorrected', sessionId, candidateId, recipient, sent });
    })();
    return viewOf(office, sessionId);
  },
  'notification.companion': (office, { sessionId, candidateId, fields }) => {
    const opened = openFollowing(office, sessionId);
    if (!opened.ok) return opened;
    const { db, record, at } = opened.value;
    const candidate = record.candidates.find((each) => each.id === candidateId);
    if (!candidate) return failed('not-found', { what: 'candidate' });
    if (candidate.accessPath !== 'VAE') return failed('companion-vae');
    const printable = checkWords(office, fields);
    if (!printable.ok) return printable;
    db.transaction(() => {
      saveCompanion(db, candidateId, fields, at);
      register(office, db, { kind: 'companion', sessionId, candidateId, known: fields !== null });
    })();
    return viewOf(office, sessionId);
  },
  'notification.results': async (office, { sessionId, format }) => {
    const opened = openFollowing(office, sessionId);
    if (!opened.ok) return opened;
    const { db, record } = opened.value;
    const table = tableResults(record, readFirstNotified(db, sessionId));
    const bytes = format === 'csv' ? writeResultsCsv(table) : writeResultsBook(table);
    const name = resultsName(minuteNumber(record), format);
    const file = await office.tools.dialogs.saveFile(name);
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    if (!written.ok) return written;
    noteExport(office, sessionId, `results-${format}`, name, bytes);
    return done({ fileName: file.name });
  },
} satisfies Handlers;
