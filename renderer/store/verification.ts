import { useCallback, useState } from 'react';
import type { RequestInput, RequestOutput } from '../../domain/contract.ts';
import type { Failure } from '../../domain/errors.ts';
import { ask } from '../bridge.ts';
import { useWrite } from './request.ts';
import { useWork, type WorkState } from './work.ts';

/** What a verification has concluded, with the handle that lets it be made again. */
export type Verified = RequestOutput<'document.verdict'>;

/** What a screen knows of the verification of one file. */
export interface Verification {
  /** The name of the file under verification; null when none is. */
  readonly under: string | null;
  readonly verified: Verified | null;
  /** When it was concluded, by the clock of this computer. */
  readonly concludedAt: string | null;
  /** Whether the person has stopped the last one. */
  readonly stopped: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly work: Pick<WorkState, 'progress' | 'stopping' | 'cancel'>;
  /** Verifies a file, in place of the one under way; `keep` leaves what was concluded on screen until there is another, and says whether it may replace it. */
  readonly verify: (input: RequestInput<'document.verify'>, keep?: (verified: Verified) => boolean) => Promise<void>;
  readonly forget: () => void;
}

/** Verifies one file at a time, as a long work that a person may stop. */
export const useVerification = (): Verification => {
  const { busy, failure, clear, run } = useWrite();
  const { progress, stopping, follow, cancel, failure: broken, clear: clearWork } = useWork();
  const [under, setUnder] = useState<string | null>(null);
  const [verified, setVerified] = useState<Verified | null>(null);
  const [concludedAt, setConcludedAt] = useState<string | null>(null);
  const [stopped, setStopped] = useState(false);
  const verify = useCallback<Verification['verify']>(
    async (input, keep) => {
      await cancel();
      setStopped(false);
      const started = await run('document.verify', input);
      if (!started.ok) return;
      if (keep === undefined) setVerified(null);
      setUnder(started.value.name);
      follow(started.value.work, async (work) => {
        const answer = await ask('document.verdict', { work });
        if (!answer.ok || (keep !== undefined && !keep(answer.value))) return;
        setVerified(answer.value);
        setConcludedAt(new Date().toISOString());
      });
    },
    [cancel, run, follow],
  );
  const stop = useCallback(async () => {
    await cancel();
    setStopped(true);
  }, [cancel]);
  const forget = useCallback(() => {
    void cancel();
    setVerified(null);
    setStopped(false);
    clear();
    clearWork();
  }, [cancel, clear, clearWork]);
  const running = progress !== null || stopping;
  return {
    ...{ verified, concludedAt, stopped, verify, forget, under: running ? under : null, busy: busy || running, failure: failure ?? broken },
    work: { progress, stopping, cancel: stop },
  };
};
