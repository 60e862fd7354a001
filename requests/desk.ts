import { readAway } from '../db/transfer.ts';
import { contract, type RequestInput, type RequestName, type RequestOutput } from '../domain/contract.ts';
import { failed, type Result } from '../domain/errors.ts';
import { accessRequests } from './access.ts';
import { adoptionRequests } from './adoption.ts';
import { themeRequests } from './theme.ts';
import { archiveRequests } from './archive.ts';
import { dossiersRequests } from './dossiers.ts';
import { candidateRequests } from './candidate.ts';
import { certificateRequests } from './certificate.ts';
import { decisionRequests } from './decision.ts';
import { diskFailure } from './disk-failure.ts';
import { documentRequests } from './document.ts';
import { dossierRequests } from './dossier.ts';
import { holderRequests } from './holder.ts';
import { importRequests } from './import.ts';
import { jurorFileRequests } from './juror-file.ts';
import { ficheRequests } from './fiche.ts';
import { passGate, roleOf, takeBack } from './gate.ts';
import { intakeRequests } from './intake.ts';
import { jurorRequests } from './juror.ts';
import { journalRequests } from './journal.ts';
import { keysRequests } from './keys.ts';
import { letterRequests } from './letter.ts';
import { linkRequests } from './link.ts';
import { heldBy, idleMinutesOf, lockRequests, lockStore } from './lock.ts';
import { minuteRequests } from './minute.ts';
import { notificationRequests } from './notification.ts';
import { officerRequests } from './officer.ts';
import { noteRequests } from './note.ts';
import type { IdleMinutes, LockCause } from '../domain/lock.ts';
import { openOffice, type Office, type Tools } from './office.ts';
import { readingDossiersRequests } from './reading-dossiers.ts';
import { readingRequests } from './reading.ts';
import { rehearsalRequests } from './rehearsal.ts';
import { rectificationRequests } from './rectification.ts';
import { requirementRequests } from './requirement.ts';
import { organismRequests } from './organism.ts';
import { retentionRequests } from './retention.ts';
import { reviewRequests } from './review.ts';
import { roomRequests } from './room.ts';
import { scheduleRequests } from './schedule.ts';
import { sessionRequests } from './session.ts';
import { sittingRequests } from './sitting.ts';
import { transferRequests } from './transfer.ts';
import { statisticsRequests } from './statistics.ts';
import { closeStore, storeRequests } from './store.ts';
import { turnRequests } from './turn.ts';
import type { View } from './viewing.ts';
import { workRequests } from './work.ts';

/** A table of verbs: each answers one line of the contract. */
export type Handlers = {
  readonly [Name in RequestName]?: (office: Office, input: RequestInput<Name>) => Result<RequestOutput<Name>> | Promise<Result<RequestOutput<Name>>>;
};

/** The whole table: a handler for every line of the contract. */
export type AllHandlers = { readonly [Name in RequestName]: NonNullable<Handlers[Name]> };

/** The handlers that answer the contract. */
export const handlers: AllHandlers = {
  ...storeRequests,
  ...keysRequests,
  ...sessionRequests,
  ...jurorRequests,
  ...jurorFileRequests,
  ...adoptionRequests,
  ...letterRequests,
  ...linkRequests,
  ...candidateRequests,
  ...importRequests,
  ...dossierRequests,
  ...scheduleRequests,
  ...intakeRequests,
  ...requirementRequests,
  ...officerRequests,
  ...roomRequests,
  ...reviewRequests,
  ...sittingRequests,
  ...turnRequests,
  ...noteRequests,
  ...decisionRequests,
  ...minuteRequests,
  ...rectificationRequests,
  ...organismRequests,
  ...certificateRequests,
  ...archiveRequests,
  ...dossiersRequests,
  ...rehearsalRequests,
  ...documentRequests,
  ...readingRequests,
  ...readingDossiersRequests,
  ...notificationRequests,
  ...ficheRequests,
  ...holderRequests,
  ...retentionRequests,
  ...accessRequests,
  ...workRequests,
  ...journalRequests,
  ...statisticsRequests,
  ...transferRequests,
  ...lockRequests,
  ...themeRequests,
};

/** Where a person's request is answered, whatever asked: the window, the command line or a test. */
export interface Desk {
  /** Answers one line of the contract; input from outside is checked first. */
  readonly answer: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Answers one line of the contract for code that already has its types. */
  readonly ask: <Name extends RequestName>(name: Name, input: RequestInput<Name>) => Promise<Result<RequestOutput<Name>>>;
  /** What is shown to the reader under a token, read by ranges; null when nothing is. */
  readonly view: (token: string) => View | null;
  /** The whole of it at once, for what fits the memory. */
  readonly viewing: (token: string) => Uint8Array | null;
  /** Locks the store at once, behind no request that waits: what one of them still gives is dropped. */
  readonly lock: (cause: LockCause) => void;
  /** Takes the laptop back from whoever had it: a page that is loaded again is nobody's turn. */
  readonly takeBack: () => void;
  /** Whether the store is open, how long it may stay so untouched, and what keeps it from locking itself. */
  readonly watched: () => { readonly open: boolean; readonly minutes: IdleMinutes; readonly held: 'work' | 'timer' | null };
  /** Closes the store and empties the memory. */
  readonly close: () => void;
}

/** A write that the store's own triggers refused: the session is checked out to another laptop. */
const awayFailure = (error: unknown, office: Office, input: unknown): Result<never> | null => {
  if (!(error instanceof Error) || error.message !== 'session: checked out' || !office.store) return null;
  const id = typeof input === 'object' && input !== null && 'sessionId' in input ? String(input.sessionId) : '';
  const away = readAway(office.store.db, id);
  return failed('session-checked-out', { to: away?.to ?? null, at: away?.at ?? null });
};

const failureOf = (error: unknown, request: RequestName): Result<never> => {
  const failure = diskFailure(error);
  if (!failure) throw error;
  return failure.error.code === 'store-full' ? failed('store-full', { request }) : failure;
};

/** The dialogs, where a file chosen after a lock is not chosen: a dialog left open on a locked laptop gives and takes nothing. */
const dialogsUntilLocked = ({ dialogs }: Tools, locks: () => number): Tools['dialogs'] => {
  const until = async <Value>(asked: () => Promise<Value>, nothing: Value): Promise<Value> => {
    const at = locks();
    const chosen = await asked();
    return at === locks() ? chosen : nothing;
  };
  return {
    openFiles: (filter) => until(() => dialogs.openFiles(filter), []),
    openFolder: () => until(() => dialogs.openFolder(), null),
    pathOf: (handle) => dialogs.pathOf(handle),
    readHandle: (handle) => dialogs.readHandle(handle),
    saveFile: (name) => until(() => dialogs.saveFile(name), null),
    writeHandle: (handle, bytes) => dialogs.writeHandle(handle, bytes),
    writeStream: (handle, source, check) => dialogs.writeStream(handle, source, check),
  };
};

const isName = (name: string): name is RequestName => Object.hasOwn(contract, name);

/** Opens the desk on the given tools. Requests are answered one after the other, by the handlers of the program or, in a test, by others. */
export const openDesk = (tools: Tools, answering: AllHandlers = handlers): Desk => {
  const office = openOffice({ ...tools, dialogs: dialogsUntilLocked(tools, () => locks) });
  let locks = 0;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const answer = (name: string, input: unknown): Promise<Result<unknown>> =>
    inTurn(async () => {
      if (!isName(name)) return failed('request-unknown', { name: name.slice(0, 80) });
      const read = contract[name].in.safeParse(input);
      if (!read.success) return failed('request-malformed', { fields: read.error.issues.map((issue) => issue.path.map(String).join('.')) });
      const may = passGate(office, name, read.data);
      if (!may.ok) return may;
      const handler = answering[name] as (office: Office, input: unknown) => Result<unknown> | Promise<Result<unknown>>;
      const [before, at] = [roleOf(office), locks];
      try {
        const result = await handler(office, read.data);
        const after = roleOf(office);
        if (before !== after && before !== 'nobody' && after !== 'member' && after !== 'officer') tools.released?.();
        if (at !== locks) return failed('store-locked');
        return result.ok ? { ok: true, value: contract[name].out.parse(result.value) } : result;
      } catch (error) {
        if (at !== locks) return failed('store-locked');
        return awayFailure(error, office, read.data) ?? failureOf(error, name);
      }
    });
  return {
    answer,
    ask: async <Name extends RequestName>(name: Name, input: RequestInput<Name>) => (await answer(name, input)) as Result<RequestOutput<Name>>,
    view: (token) => office.views.get(token) ?? null,
    viewing: (token) => {
      const view = office.views.get(token);
      return view?.read(0, view.size()) ?? null;
    },
    lock: (cause) => {
      if (!office.store && office.works.size === 0 && office.reading === null) return;
      locks += 1;
      if (office.store) lockStore(office, cause);
      else closeStore(office);
      tools.released?.();
    },
    takeBack: () => {
      if (takeBack(office)) office.views.clear();
    },
    watched: () => ({ open: office.store !== null, minutes: idleMinutesOf(office), held: heldBy(office) }),
    close: () => closeStore(office),
  };
};
