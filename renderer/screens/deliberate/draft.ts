import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import type { Failure } from '../../../domain/errors.ts';
import { competencyCode, type SessionId } from '../../../domain/ids.ts';
import { ask } from '../../bridge.ts';
import { useLater } from '../../store/later.ts';
import { useStore } from '../../store/store.ts';

const shape = z.strictObject({
  outcome: z.enum(['validated', 'notValidated']).nullable(),
  reason: z.string(),
  recommendation: z.string(),
  competencies: z.array(competencyCode),
});
/** What is being typed for one decision; the outcome is null until a person chooses. */
export type DecisionDraft = z.infer<typeof shape>;

/** A decision of which nothing is written. */
export const emptyDecision: DecisionDraft = { outcome: null, reason: '', recommendation: '', competencies: [] };

const isEmpty = (draft: DecisionDraft): boolean =>
  draft.outcome === null && draft.reason === '' && draft.recommendation === '' && draft.competencies.length === 0;

const readText = (text: string): DecisionDraft => {
  if (text === '') return emptyDecision;
  try {
    return shape.safeParse(JSON.parse(text)).data ?? emptyDecision;
  } catch {
    return emptyDecision;
  }
};

/** The draft of a decision, restored when one comes back to it and kept on the disk while one types. */
export const useDecisionDraft = (sessionId: SessionId, key: string | null) => {
  const [draft, setDraft] = useState<DecisionDraft>(emptyDecision);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { later, settle, isWaiting } = useLater();
  const flush = useCallback((): void => settle(true), [settle]);

  useEffect(() => {
    setDraft(emptyDecision);
    setFailure(null);
    if (key === null) return undefined;
    let current = true;
    void ask('draft.get', { sessionId, key }).then((answer) => {
      if (current && answer.ok && !isWaiting()) setDraft(readText(answer.value.text));
    });
    return () => {
      current = false;
      flush();
    };
  }, [sessionId, key, flush, isWaiting]);

  const change = useCallback(
    (part: Partial<DecisionDraft>): void => {
      if (key === null) return;
      setDraft((before) => {
        const next = { ...before, ...part };
        later(
          () =>
            void ask('draft.save', { sessionId, key, text: isEmpty(next) ? '' : JSON.stringify(next) }).then((answer) => {
              setFailure(answer.ok ? null : answer.error);
              if (answer.ok && answer.value.savedAt !== null) useStore.getState().saved(answer.value.savedAt);
            }),
        );
        return next;
      });
    },
    [sessionId, key, later],
  );

  /** Empties the draft once its decision is recorded; the desk has removed it from the disk. */
  const forget = useCallback((): void => {
    settle(false);
    setDraft(emptyDecision);
  }, [settle]);

  return { draft, change, forget, flush, failure };
};
