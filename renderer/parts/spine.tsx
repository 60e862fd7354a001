import { useEffect, useState, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import type { SessionId } from '../../domain/ids.ts';
import type { SessionView } from '../../domain/view.ts';
import { frameWords, stageClosedWords, stageProgress, stageWords, verbs } from '../../words/screens.ts';
import type { SessionScreen } from '../store/screen.ts';
import { useStore } from '../store/store.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import styles from './spine.module.css';

type Stage = keyof typeof stageWords;
type Phase = SessionView['phase'];

const stages: readonly Stage[] = ['prepare', 'open', 'deliberate', 'review', 'sign', 'archive'];
const ranks: Readonly<Record<Phase, number>> = { preparing: 0, open: 2, closed: 4, sealed: 5, archived: 6 };
const needs: Readonly<Record<Stage, number>> = { prepare: 0, open: 0, deliberate: 2, review: 2, sign: 4, archive: 5 };

/** Why a stage can’t be entered in this phase; null when it can. */
export const whyClosed = (stage: Stage, phase: Phase): string | null => {
  if (ranks[phase] >= needs[stage]) return null;
  switch (stage) {
    case 'sign':
      return phase === 'preparing' ? stageClosedWords.notOpen : stageClosedWords.notClosed;
    case 'archive':
      return phase === 'preparing' ? stageClosedWords.notOpen : phase === 'open' ? stageClosedWords.notClosed : stageClosedWords.notSealed;
    default:
      return stageClosedWords.notOpen;
  }
};

const stageOf = (kind: SessionScreen['kind']): Stage => (kind === 'turn' || kind === 'notes' ? 'deliberate' : kind);
const isDone = (stage: Stage, phase: Phase): boolean => stages.indexOf(stage) < ranks[phase];

/** The six stages of a session: where we are, what is done, and why a stage can’t be entered when it is asked. */
export const Spine = (props: { readonly sessionId: SessionId; readonly phase: Phase; readonly kind: SessionScreen['kind'] }): ReactNode => {
  const go = useStore((state) => state.go);
  const progress = useStore((state) => state.progress);
  const [why, setWhy] = useState<string | null>(null);
  const here = stageOf(props.kind);
  useEffect(() => setWhy(null), [props.kind, props.phase]);
  return (
    <nav className={styles['spine']} aria-label={frameWords.spine}>
      <ol className={styles['list']}>
        {stages.map((stage) => {
          const closed = whyClosed(stage, props.phase);
          const done = isDone(stage, props.phase);
          return (
            <li key={stage}>
              <button
                type="button"
                className={[styles['stage'], stage === here ? styles['here'] : '', closed === null ? '' : styles['closed']].join(' ')}
                aria-current={stage === here ? 'step' : undefined}
                title={closed ?? undefined}
                onClick={() => (closed === null ? go({ kind: stage, sessionId: props.sessionId }) : setWhy(closed))}
              >
                {done ? <Check aria-hidden className={styles['check']} /> : null}
                <span>
                  {stage === 'deliberate' && progress !== null && here === stage ? stageProgress(progress.decided, progress.candidates) : stageWords[stage]}
                </span>
                {done ? <span className="visually-hidden"> ({frameWords.stageDone})</span> : null}
                {closed === null ? null : <span className="visually-hidden"> ({frameWords.stageClosed})</span>}
              </button>
            </li>
          );
        })}
      </ol>
      <div className={styles['why']} role="status">
        {why === null ? null : (
          <Notice
            kind="info"
            title={why}
            actions={
              <Button size="small" onPress={() => setWhy(null)}>
                {verbs.close}
              </Button>
            }
          />
        )}
      </div>
    </nav>
  );
};
