import { done, failed } from '../domain/errors.ts';
import { checkPin, readPinHolders } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { commitAct, loadSession, requireStore } from './office.ts';
import { checkPrintable } from './printable.ts';
import { readReadiness } from './preparation.ts';

const lead = { kind: 'lead' } as const;
const saved = (result: ReturnType<typeof commitAct>) => (result.ok ? done({ savedAt: result.value }) : result);

/** Opening the session: who is here, who presides, who declares a link, who takes whose seat. */
export const roomRequests = {
  'room.attendance': (office, { sessionId, jurorId, present }) => saved(commitAct(office, sessionId, lead, { kind: 'attendance', jurorId, present })),
  'room.designate': (office, { sessionId, jurorId, rank }) => saved(commitAct(office, sessionId, lead, { kind: 'presidentDesignated', jurorId, rank })),
  'room.declare': (office, { sessionId, jurorId, pin, links }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const checked = checkPin(store.value.db, sessionId, jurorId, pin, office.tools.clock.now());
    return checked.ok ? saved(commitAct(office, sessionId, { kind: 'juror', jurorId }, { kind: 'declaration', jurorId, links })) : checked;
  },
  'room.recuse': (office, { sessionId, jurorId, candidateId, reason }) =>
    saved(commitAct(office, sessionId, lead, { kind: 'recusal', jurorId, candidateId, reason })),
  'room.withdrawRecusal': (office, { sessionId, jurorId, candidateId, reason, pin }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const checked = checkPin(store.value.db, sessionId, jurorId, pin, office.tools.clock.now());
    return checked.ok ? saved(commitAct(office, sessionId, { kind: 'juror', jurorId }, { kind: 'recusalWithdrawn', jurorId, candidateId, reason })) : checked;
  },
  'room.substitute': (office, { sessionId, candidateIds, replaced, substitute }) =>
    saved(commitAct(office, sessionId, lead, { kind: 'substitution', candidateIds, replaced, substitute })),
  'session.open': (office, { sessionId, pin }) => {
    const store = requireStore(office);
    const session = loadSession(office, sessionId);
    if (!store.ok) return store;
    if (!session.ok) return session;
    const { db } = store.value;
    const { state } = session.value;
    const checked = checkPin(db, sessionId, 'lead', pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    const holders = readPinHolders(db, sessionId);
    const without = state.members.filter((member) => member.present && !holders.includes(member.juror.id));
    if (without.length > 0) return failed('pin-missing', { jurors: without.map((member) => member.juror.id) });
    const blocking = readReadiness(office, store.value, session.value).filter((line) => line.weight === 'blocking');
    if (blocking.length > 0) return failed('session-not-ready', { missing: blocking.map((line) => line.code) });
    const printable = checkPrintable(office, session.value, [{ kind: 'opened' }]);
    return printable.ok ? saved(commitAct(office, sessionId, lead, { kind: 'opened' })) : printable;
  },
} satisfies Handlers;
