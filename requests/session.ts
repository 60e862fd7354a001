import { anotherFiche } from '../domain/act.ts';
import { fullName } from '../domain/candidate.ts';
import { undecidedCandidates } from '../domain/permission.ts';
import { runningRectification } from '../domain/rectification.ts';
import { done, failed } from '../domain/errors.ts';
import { sessionId as sessionIdSchema } from '../domain/ids.ts';
import { contradictsVersion, defaultRegulations } from '../domain/regulations.ts';
import { clockBehind } from '../domain/time.ts';
import { readSeats } from '../db/juror-seat.ts';
import { readPinHolders } from '../db/pin.ts';
import { findByNumber, insertSession, readSessions, updateRegulations, updateSession } from '../db/session.ts';
import { readAway } from '../db/transfer.ts';
import { findKnown, knownFiches } from './known-fiches.ts';
import { commitAct, loadSession, prepare, requireStore, type Office } from './office.ts';
import type { Handlers } from './desk.ts';
import { readReadiness } from './preparation.ts';
import { readScenario } from './scenario.ts';

const demonstrationCodes = (office: Office): { name: string; code: string }[] => {
  const day = readScenario(office.tools.resourcesFolder);
  return [
    ...day.jurors.map(({ fields, pin }) => ({ name: fullName(fields), code: pin })),
    { name: `${fullName(day.session.lead)} — ${day.session.lead.quality}`, code: day.leadPin },
    { name: fullName(day.officer), code: day.officer.pin },
  ];
};

const saved = (result: ReturnType<typeof prepare>) => (result.ok ? done({ savedAt: result.value }) : result);

/** Sessions: list, create, describe, what is missing. */
export const sessionRequests = {
  'session.list': (office) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    return done(
      readSessions(store.value.db).map((session) => {
        const open = loadSession(office, session.id);
        const state = open.ok ? open.value.state : null;
        const candidates = state?.candidates.length ?? 0;
        const away = readAway(store.value.db, session.id);
        return {
          id: session.id,
          number: session.fields.number,
          title: session.fields.title,
          heldOn: session.fields.heldOn,
          certification: { code: session.referential.code, title: session.referential.title },
          phase: session.phase,
          candidates,
          decided: state && state.phase !== 'preparing' ? candidates - undecidedCandidates(state).length : 0,
          demonstration: office.demonstration,
          rank: state?.rectification?.rank ?? 0,
          away: away && { to: away.to, at: away.at },
        };
      }),
    );
  },
  'session.certifications': (office) => {
    const fiches = knownFiches(office);
    return fiches.ok ? done(fiches.value.map(({ referential: { code, title, version } }) => ({ code, title, version }))) : fiches;
  },
  'session.create': (office, { version, ...fields }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const fiche = findKnown(office, fields.certification, version);
    if (!fiche.ok) return fiche;
    if (findByNumber(store.value.db, fields.number)) return failed('number-taken', { number: fields.number });
    const id = sessionIdSchema.parse(office.tools.ids.next());
    const savedAt = office.tools.clock.now();
    insertSession(store.value.db, { id, fields, referential: fiche.value, regulations: defaultRegulations, savedAt });
    const recorded = commitAct(office, id, { kind: 'lead' }, { kind: 'prepared', what: 'session', subject: id });
    return recorded.ok ? done({ sessionId: id }) : recorded;
  },
  'session.get': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { stored, state } = session.value;
    const holders = readPinHolders(store.value.db, sessionId);
    const seats = readSeats(store.value.db, sessionId);
    return done({
      id: sessionId,
      fields: stored.fields,
      phase: state.phase,
      demonstration: office.demonstration,
      rectifying: runningRectification(state)?.rank ?? null,
      referential: stored.referential,
      regulations: stored.regulations,
      jurors: state.members.map(({ juror }) => ({ ...juror, pinSet: holders.includes(juror.id), fileId: seats.get(juror.id) ?? null })),
      leadPinSet: holders.includes('lead'),
      acknowledged: [...state.acknowledged],
      savedAt: stored.savedAt,
      clockBehind: clockBehind(
        office.tools.clock.now(),
        session.value.acts.map(({ at }) => at),
      ),
      demonstrationCodes: office.demonstration ? demonstrationCodes(office) : [],
    });
  },
  'session.update': (office, { sessionId, fields, version }) => {
    const store = requireStore(office);
    const session = loadSession(office, sessionId);
    if (!store.ok) return store;
    if (!session.ok) return session;
    const { stored, sitting } = session.value;
    // A session keeps its own copy of the fiche until the lead takes another version.
    const kept = version === undefined && fields.certification === stored.referential.code;
    const fiche = kept ? done(stored.referential) : findKnown(office, fields.certification, version);
    if (!fiche.ok) return fiche;
    const codes = new Set(fiche.value.blocks.map(({ code }) => code));
    const gone = sitting.candidates.flatMap(({ presents, brings }) => [...presents, ...brings.map(({ block }) => block)]).find((code) => !codes.has(code));
    if (gone !== undefined) return failed('unknown-block', { block: gone });
    const taken = findByNumber(store.value.db, fields.number);
    if (taken !== null && taken !== sessionId) return failed('number-taken', { number: fields.number });
    const what = JSON.stringify(fiche.value) === JSON.stringify(stored.referential) ? 'session' : anotherFiche;
    return saved(prepare(office, sessionId, what, sessionId, (db) => updateSession(db, sessionId, fields, fiche.value)));
  },
  'session.setRegulations': (office, { sessionId, regulations }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const others = readSessions(store.value.db).filter((session) => session.id !== sessionId);
    const known = [defaultRegulations, ...others.map((session) => session.regulations)];
    if (known.some((other) => contradictsVersion(other, regulations))) return failed('regulations-version-taken', { version: regulations.version });
    return saved(prepare(office, sessionId, 'regulations', regulations.version, (db) => updateRegulations(db, sessionId, regulations)));
  },
  'session.acknowledge': (office, { sessionId, remark, reason }) =>
    saved(commitAct(office, sessionId, { kind: 'lead' }, { kind: 'contradictionAcknowledged', remark, reason })),
  'session.readiness': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    return done(readReadiness(office, store.value, session.value));
  },
} satisfies Handlers;
