import { appliedSeconds, type TimeShare } from '../domain/accommodation.ts';
import { listAppearances, type Appearance } from '../domain/appearance.ts';
import { fullName } from '../domain/candidate.ts';
import { dayMinutes, instantAt, minutesOf } from '../domain/clock.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { runningRectification } from '../domain/rectification.ts';
import { drawOrder, emptySchedule, endOf, laySchedule, slotMinutes, type ScheduleFields } from '../domain/schedule.ts';
import type { ScheduleLaid, ScheduleReader } from '../domain/schedule-view.ts';
import { readTimeShares } from '../db/accommodation.ts';
import type { WritableDb } from '../db/connection.ts';
import { readProjects, readVaeFiles, saveProject, saveVaeFile } from '../db/dossier.ts';
import type { Store } from '../db/open.ts';
import { readSchedule, saveSchedule } from '../db/schedule.ts';
import { drawScheduleSheet } from '../documents/schedule/sheet.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { keepView, loadSession, prepare, requireStore, type Office, type OpenSession } from './office.ts';
import { fontsOf } from './printable.ts';

/** A session with what is to be placed, and the length that its slots need; who needs it stays here. */
interface Planning {
  readonly store: Store;
  readonly session: OpenSession;
  readonly appearances: readonly Appearance[];
  readonly shares: ReadonlyMap<CandidateId, TimeShare>;
  readonly slotOf: (fields: ScheduleFields) => number;
}

const plan = (office: Office, sessionId: SessionId): Result<Planning> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const { db } = store.value;
  const { heldOn, timeZone } = session.value.stored.fields;
  const appearances = listAppearances(
    { on: heldOn, timeZone },
    session.value.state.candidates.map((entry) => entry.candidate),
    readProjects(db, sessionId),
    readVaeFiles(db, sessionId),
  );
  // Every record of the session counts, placed or not: else taking a candidate out and looking at the length would tell.
  const shares = readTimeShares(db, sessionId);
  const slotOf = (fields: ScheduleFields): number => {
    const placed = new Set(fields.order.map((entry) => entry.candidateId));
    const planned = appearances.filter(({ candidate }) => placed.has(candidate.id)).map(({ minutes }) => minutes);
    return slotMinutes(planned, [...shares.values()], fields.margin);
  };
  return done({ store: store.value, session: session.value, appearances, shares, slotOf });
};

/** In the room a duration is the one that applies, as in the dossier: the ordinary one beside it would tell. */
const minutesTold = ({ session, shares }: Planning, { candidate, minutes }: Appearance): number =>
  session.state.phase === 'preparing' ? minutes : Math.ceil(appliedSeconds(minutes, shares.get(candidate.id) ?? null) / 60);

const known = ({ appearances }: Planning, fields: ScheduleFields): ScheduleFields => ({
  ...fields,
  order: fields.order.filter((entry) => appearances.some(({ candidate }) => candidate.id === entry.candidateId)),
});

const placeable = ({ appearances }: Planning): Appearance[] => appearances.filter(({ minutes, elsewhere }) => minutes > 0 && elsewhere === null);

const firstOrder = (planning: Planning): ScheduleFields['order'] => {
  const at = ({ projects, interview }: Appearance): string =>
    [...projects.map(({ defence }) => defence.plannedAt), interview?.interviewAt ?? null].filter((each) => each !== null).sort()[0] ?? '9';
  return placeable(planning)
    .toSorted((one, other) => at(one).localeCompare(at(other)))
    .map(({ candidate }) => ({ candidateId: candidate.id, room: 0 }));
};

const startsIn = (fields: ScheduleFields, slot: number): Map<CandidateId, number> =>
  new Map(laySchedule(fields, slot).flatMap((line) => (line.kind === 'slot' ? [[line.candidateId, line.startsAt] as const] : [])));

/** Whether what was saved is no longer what the preparation gives. */
const hasChanged = (planning: Planning, saved: NonNullable<ReturnType<typeof readSchedule>>): boolean => {
  const { fields } = planning.session.stored;
  const now = known(planning, saved.fields);
  if (now.order.length !== saved.fields.order.length || planning.slotOf(now) !== saved.slotMinutes) return true;
  const starts = startsIn(now, saved.slotMinutes);
  if (placeable(planning).some(({ candidate }) => !starts.has(candidate.id))) return true;
  if (planning.session.state.phase !== 'preparing') return false;
  return planning.appearances.some(({ candidate, projects, interview }) => {
    const start = starts.get(candidate.id);
    if (start === undefined) return false;
    const at = instantAt(fields.heldOn, start, fields.timeZone);
    return projects.some(({ defence }) => defence.plannedAt !== at) || (interview !== null && interview.interviewAt !== at);
  });
};

const layOut = (planning: Planning, fields: ScheduleFields): ScheduleLaid => {
  const slot = planning.slotOf(fields);
  const lines = laySchedule(fields, slot);
  const end = endOf(lines, slot);
  const nothing = planning.appearances.filter(({ minutes }) => minutes === 0).map(({ candidate }) => candidate.id);
  const remarks: ScheduleLaid['remarks'] = [];
  if (end !== null && end > dayMinutes) remarks.push({ kind: 'pastMidnight' });
  else if (end !== null && fields.endsBy !== null && end > minutesOf(fields.endsBy)) remarks.push({ kind: 'pastEnd', endsAt: end });
  if (nothing.length > 0) remarks.push({ kind: 'nothingPlanned', candidateIds: nothing });
  return { slotMinutes: slot, lines, remarks };
};

/** Writes the hour of each candidate where the dossiers keep it, so that nothing is typed twice. */
const writeStarts = (db: WritableDb, planning: Planning, fields: ScheduleFields, slot: number): void => {
  const { heldOn, timeZone } = planning.session.stored.fields;
  for (const [candidateId, start] of startsIn(fields, slot)) {
    const appearance = planning.appearances.find(({ candidate }) => candidate.id === candidateId);
    const at = instantAt(heldOn, start, timeZone);
    for (const { id, ...project } of appearance?.projects ?? []) saveProject(db, id, { ...project, defence: { ...project.defence, plannedAt: at } });
    if (appearance?.interview) saveVaeFile(db, { ...appearance.interview, interviewAt: at });
  }
};

const drawSheet = async (office: Office, sessionId: SessionId, reader: ScheduleReader): Promise<Result<Uint8Array>> => {
  const planned = plan(office, sessionId);
  if (!planned.ok) return planned;
  const { store, session, appearances } = planned.value;
  const saved = readSchedule(store.db, sessionId);
  if (!saved) return failed('not-found', { what: 'schedule' });
  const { fields } = session.stored;
  return drawScheduleSheet({
    reader,
    door: saved.fields.door,
    organism: session.stored.referential.certifier.name,
    session: { number: fields.number, title: fields.title, heldOn: fields.heldOn, place: fields.place },
    rooms: saved.fields.rooms,
    lines: laySchedule(known(planned.value, saved.fields), saved.slotMinutes),
    candidates: appearances.map(({ candidate, projects, interview }) => ({
      id: candidate.id,
      number: candidate.number,
      givenName: candidate.givenName,
      familyName: candidate.usageName || candidate.familyName,
      blocks: candidate.presents,
      defences: projects.length,
      interview: interview !== null,
    })),
    printedAt: session.stored.savedAt,
    demonstration: office.demonstration,
    fonts: fontsOf(office),
  });
};

/** Whether the day has an order, and whether the preparation has overtaken it since. */
export const scheduleState = (office: Office, sessionId: SessionId): 'none' | 'current' | 'changed' => {
  const planned = plan(office, sessionId);
  const saved = planned.ok ? readSchedule(planned.value.store.db, sessionId) : null;
  if (!planned.ok || saved === null) return 'none';
  return hasChanged(planned.value, saved) ? 'changed' : 'current';
};

/** The schedule of the day: slots of one length, the order, rooms and pauses, and what is printed of them. */
export const scheduleRequests = {
  'schedule.get': (office, { sessionId }) => {
    const planned = plan(office, sessionId);
    if (!planned.ok) return planned;
    const saved = readSchedule(planned.value.store.db, sessionId);
    const fields = saved ? known(planned.value, saved.fields) : { ...emptySchedule, order: firstOrder(planned.value) };
    return done({
      fields,
      saved: saved !== null,
      changed: saved !== null && hasChanged(planned.value, saved),
      slotMinutes: saved?.slotMinutes ?? planned.value.slotOf(fields),
      candidates: planned.value.appearances.map((appearance) => ({
        id: appearance.candidate.id,
        number: appearance.candidate.number,
        name: fullName(appearance.candidate),
        familyName: appearance.candidate.usageName || appearance.candidate.familyName || appearance.candidate.givenName,
        minutes: minutesTold(planned.value, appearance),
        elsewhere: appearance.elsewhere,
      })),
    });
  },
  'schedule.preview': (office, { sessionId, fields }) => {
    const planned = plan(office, sessionId);
    return planned.ok ? done(layOut(planned.value, known(planned.value, fields))) : planned;
  },
  'schedule.draw': (office, { sessionId, order }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    // The rooms stay in their places: who goes where is drawn too.
    const drawn = drawOrder(order, office.tools.ids.random);
    return done({ order: drawn.map(({ candidateId }, rank) => ({ candidateId, room: order[rank]?.room ?? 0 })) });
  },
  'schedule.save': (office, { sessionId, fields: given }) => {
    const planned = plan(office, sessionId);
    if (!planned.ok) return planned;
    const fields = known(planned.value, given);
    if (fields.order.length !== given.order.length) return failed('not-found', { what: 'candidate' });
    const { slotMinutes: slot, remarks } = layOut(planned.value, fields);
    if (remarks.some(({ kind }) => kind === 'pastMidnight')) return failed('schedule-past-midnight');
    const { store, session } = planned.value;
    if (session.state.phase === 'open') {
      // A rectification opens the minute again, never the day that it tells.
      if (runningRectification(session.state) !== null) return failed('session-frozen');
      // What was announced stays in the dossiers; the order of the room may still change, and no act of the minute tells it.
      saveSchedule(store.db, sessionId, fields, slot);
      return done({ savedAt: office.tools.clock.now() });
    }
    const result = prepare(office, sessionId, 'schedule', sessionId, (db) => {
      saveSchedule(db, sessionId, fields, slot);
      writeStarts(db, planned.value, fields, slot);
    });
    return result.ok ? done({ savedAt: result.value }) : result;
  },
  'schedule.sheet': async (office, { sessionId, reader }) => {
    const sheet = await drawSheet(office, sessionId, reader);
    return sheet.ok ? done({ view: keepView(office, () => sheet.value) }) : sheet;
  },
  'schedule.saveSheet': async (office, { sessionId, reader }) => {
    const sheet = await drawSheet(office, sessionId, reader);
    if (!sheet.ok) return sheet;
    const file = await office.tools.dialogs.saveFile(reader === 'door' ? 'Ordre de passage.pdf' : 'Ordre de passage, jury.pdf');
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, sheet.value);
    return written.ok ? done({ fileName: file.name }) : written;
  },
} satisfies Handlers;
