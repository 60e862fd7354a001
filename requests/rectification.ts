import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { minuteNumber, record as recordSchema } from '../domain/minute.ts';
import { numberOfMinute, runningRectification, type MinuteName } from '../domain/rectification.ts';
import { readSealed, type StoredPrinting } from '../db/minute.ts';
import { checkPin } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { checkWords } from './printable.ts';
import { commitAct, loadSession, requireStore, type Office } from './office.ts';

const lead = { kind: 'lead' } as const;

/** A sealed minute by its number and the SHA-256 of its signed file. */
const nameOf = (printing: StoredPrinting): MinuteName => ({
  number: minuteNumber(recordSchema.parse(JSON.parse(printing.record))),
  sha256: createHash('sha256').update(printing.current).digest('hex'),
});

/** The name under which a minute is saved: its number, without what a file system forbids. */
export const fileNameOf = (number: string): string => `PV ${number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')}.pdf`;

const saved = (result: ReturnType<typeof commitAct>) => (result.ok ? done({ savedAt: result.value }) : result);

const checkLead = (office: Office, sessionId: SessionId, pin: string): Result<true> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const checked = checkPin(store.value.db, sessionId, 'lead', pin, office.tools.clock.now());
  return checked.ok ? done(true) : checked;
};

/** The rectification of a sealed minute: opened and given up by the lead's PIN, words put right; decisions are taken again on the screen of the sitting. */
export const rectificationRequests = {
  'rectification.get': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { state, stored } = session.value;
    const running = runningRectification(state);
    const sealed = readSealed(store.value.db, sessionId);
    return done({
      minutes: sealed.map((printing, rank) => ({ ...nameOf(printing), rank, printedAt: printing.at })),
      running: running && {
        rank: running.rank,
        number: numberOfMinute(stored.fields.number, running.rank),
        reason: running.reason,
        openedAt: running.openedAt,
        changes: [...running.changes],
        reopened: running.reopened.map(({ candidateId, block }) => ({ candidateId, block })),
      },
      standing: {
        header: state.header,
        candidates: state.candidates.map(({ candidate }) => candidate),
        members: state.members.map(({ juror }) => juror),
      },
    });
  },
  'rectification.open': (office, { sessionId, reason, pin }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const checked = checkLead(office, sessionId, pin);
    if (!checked.ok) return checked;
    const printable = checkWords(office, reason);
    if (!printable.ok) return printable;
    const sealed = readSealed(store.value.db, sessionId);
    const [first, last] = [sealed[0], sealed.at(-1)];
    if (!first || !last) return failed('minute-not-sealed');
    const original = nameOf(first);
    const rank = (session.value.state.rectification?.rank ?? 0) + 1;
    return saved(commitAct(office, sessionId, lead, { kind: 'rectificationOpened', rank, reason, original, previous: rank === 1 ? original : nameOf(last) }));
  },
  'rectification.correct': (office, { sessionId, where, before, after, reason }) => {
    const printable = checkWords(office, [after, reason]);
    return printable.ok ? saved(commitAct(office, sessionId, lead, { kind: 'correction', where, before, after, reason })) : printable;
  },
  'rectification.withdraw': (office, { sessionId, reason, pin }) => {
    const checked = checkLead(office, sessionId, pin);
    return checked.ok ? saved(commitAct(office, sessionId, lead, { kind: 'rectificationWithdrawn', reason })) : checked;
  },
  'rectification.saveMinute': async (office, { sessionId, rank }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const printing = readSealed(store.value.db, sessionId)[rank];
    if (!printing) return failed('minute-absent');
    const file = await office.tools.dialogs.saveFile(fileNameOf(nameOf(printing).number));
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, printing.current);
    return written.ok ? done({ fileName: file.name }) : written;
  },
} satisfies Handlers;
