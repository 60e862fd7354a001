import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';
import type { Failure, Result } from '../../domain/errors.ts';
import { ask } from '../bridge.ts';
import { afterImage } from './after-image.ts';
import { lastRead } from './last-read.ts';
import { useStore } from './store.ts';

/** What a reading has given so far; `value` stays on screen while it is read again. */
export type Reading<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Reads one line of the contract, again whenever the input changes (null waits) or `again` does; what was read stays meanwhile in the second case. What the screen before read is shown until then if nothing was asked since that could change it. */
export const useRead = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name> | null,
  again: unknown = null,
): { readonly reading: Reading<RequestOutput<Name>>; readonly reload: () => Promise<void> } => {
  const key = JSON.stringify(input);
  const first = (): Reading<RequestOutput<Name>> => {
    const value = lastRead(name, key);
    return value === undefined ? { kind: 'loading' } : { kind: 'ready', value: value as RequestOutput<Name> };
  };
  const [reading, setReading] = useState(first);
  const current = useRef(key);
  current.current = key;
  const reload = useCallback(async () => {
    if (key === 'null') return;
    const answer = await ask(name, JSON.parse(key) as RequestInput<Name>);
    if (current.current !== key) return;
    setReading(answer.ok ? { kind: 'ready', value: answer.value } : { kind: 'failed', failure: answer.error });
  }, [name, key]);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const fresh = shown.current !== key;
    // At first it holds this reading already.
    if (fresh && shown.current !== null) setReading(first());
    shown.current = key;
    // What is known is shown first: read again at once, it would come before the first image and have all of it drawn twice.
    if (fresh && lastRead(name, key) !== undefined) return afterImage(() => void reload());
    void reload();
    return undefined;
  }, [reload, key, again]);
  return { reading, reload };
};

const silent: ReadonlySet<RequestName> = new Set([
  'store.create',
  'store.unlock',
  'store.recover',
  'keys.changePassphrase',
  'keys.makeRecovery',
  'keys.confirmRecovery',
  'keys.saveSheet',
  'store.openDemonstration',
  'store.lock',
  'store.restoreBackup',
  'store.undoRestore',
  'store.keepRestored',
  'fiche.choose',
  'fiche.open',
  'import.choose',
  'import.map',
  'import.saveFaulty',
  'import.saveTemplate',
  'piece.add',
  'intake.choose',
  'intake.assign',
  'intake.apply',
  'officer.open',
  'officer.close',
  'piece.view',
  'jurorProof.view',
  'letter.save',
  'letter.saveAll',
  'minute.view',
  'minute.preview',
  'turn.begin',
  'turn.leave',
  'note.open',
  'note.close',
  'document.verify',
  'document.chooseDossiers',
  'working.export',
  'rehearsal.choose',
  'rehearsal.run',
  'minute.save',
  'rectification.saveMinute',
  'schedule.draw',
  'schedule.saveSheet',
  'certificate.choose',
  'certificate.open',
  'organism.backup',
  'organism.saveSheet',
  'organism.chooseBackup',
  'organism.restore',
  'organism.saveCertificate',
  'holder.write',
  'holder.chooseReport',
  'notification.save',
  'notification.saveAll',
  'notification.results',
  'journal.check',
  'journal.export',
  'retention.setFolder',
  'retention.retry',
  'retention.saveCalendar',
  'retention.saveProof',
  'access.export',
  'statistics.export',
  'transfer.choose',
  'transfer.leave',
  'transfer.receive',
]);

const instantOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'savedAt' in value && typeof value.savedAt === 'string' ? value.savedAt : new Date().toISOString();

/** Runs writes one at a time, keeps the failure beside the control that asked, and tells the store what was saved when; busy until what comes `after` a success is done too, such as reading the screen again. */
export const useWrite = (): {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
  readonly run: <Name extends RequestName>(name: Name, input: RequestInput<Name>, after?: () => Promise<void>) => Promise<Result<RequestOutput<Name>>>;
} => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(async <Name extends RequestName>(name: Name, input: RequestInput<Name>, after?: () => Promise<void>) => {
    setBusy(true);
    const answer = await ask(name, input);
    setFailure(answer.ok || answer.error.code === 'cancelled' ? null : answer.error);
    if (answer.ok && !silent.has(name)) useStore.getState().saved(instantOf(answer.value));
    if (answer.ok && after !== undefined) await after();
    setBusy(false);
    return answer;
  }, []);
  return { busy, failure, clear: useCallback(() => setFailure(null), []), run };
};
