import type { ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import type { CompositionGap } from '../../../domain/jury.ts';
import { actWords } from '../../../words/act.ts';
import { deliberateWords } from '../../../words/deliberate.ts';
import { errorWords } from '../../../words/errors.ts';
import { sayGap } from '../../../words/grounds.ts';
import { outcomeWords, postponementWords } from '../../../words/outcome.ts';
import { capitalise } from '../../../words/typography.ts';
import { useStore } from '../../store/store.ts';
import { useWrite } from '../../store/request.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import type { Table } from './table.ts';
import styles from './block.module.css';

/** The act of the Open screen that fills these gaps: a declaration first, since a member may then sit; who presides last. */
const wayOut = (gaps: readonly CompositionGap[]): 'declare' | 'designate' | 'substitute' => {
  if (gaps.some((gap) => gap.kind === 'undeclared')) return 'declare';
  return gaps.every((gap) => gap.kind === 'president') ? 'designate' : 'substitute';
};

/** What keeps the jury from deliberating on this candidate, in words, with the act that follows. */
export const Obstacle = (props: {
  readonly table: Table;
  readonly onPostpone: () => void;
  readonly onLift: () => void;
  readonly onPresence: () => void;
}): ReactNode => {
  const { table } = props;
  const { view } = table;
  const { run, busy, failure } = useWrite();
  const go = useStore((state) => state.go);
  const declarePresent = async (): Promise<void> => {
    const answer = await run('sitting.presence', { sessionId: table.sessionId, candidateId: view.line.id, presence: 'present', note: '' });
    if (answer.ok) await table.reload();
  };
  if (view.postponed !== null)
    return (
      <Notice
        kind="info"
        title={actWords.postponed}
        actions={
          table.open ? (
            <Button size="small" onPress={props.onLift}>
              {actWords.lift}
            </Button>
          ) : null
        }
      >
        <p>
          {capitalise(postponementWords[view.postponed.cause])}. {view.postponed.note}
        </p>
      </Notice>
    );
  if (view.obstacle === null || !table.open) return null;
  const words = errorWords(view.obstacle.code, view.obstacle.facts);
  const { gaps } = view.line.composition;
  const postpone = (
    <Button size="small" onPress={props.onPostpone}>
      {actWords.postpone}
    </Button>
  );
  switch (view.obstacle.code) {
    case 'candidate-not-present': {
      if (view.line.presence !== 'expected')
        return (
          <Notice kind="info" title={outcomeWords[view.line.outcome.kind]}>
            {view.presenceNote === '' ? null : <p>{view.presenceNote}</p>}
          </Notice>
        );
      return (
        <Notice
          kind="info"
          title={deliberateWords.awaited}
          actions={
            <>
              <Button size="small" kind="primary" busy={busy} onPress={() => void declarePresent()}>
                {deliberateWords.present}
              </Button>
              <Button size="small" onPress={props.onPresence}>
                {deliberateWords.absentOrExcused}
              </Button>
            </>
          }
        >
          <FailureNotice failure={failure} />
        </Notice>
      );
    }
    case 'composition-invalid':
      return (
        <Notice
          kind="warning"
          title={deliberateWords.compositionInvalid}
          actions={
            <>
              <Button size="small" onPress={() => go({ kind: 'open', sessionId: table.sessionId })}>
                {actWords[wayOut(gaps)]}
              </Button>
              {postpone}
            </>
          }
        >
          <ul className={styles['gaps']}>
            {gaps.map((gap) => (
              <li key={gap.kind}>{sayGap(gap, (id) => table.nameOf(id as JurorId))}</li>
            ))}
          </ul>
        </Notice>
      );
    default:
      return (
        <Notice kind="warning" title={words.happened} actions={postpone}>
          <p>{words.next}</p>
        </Notice>
      );
  }
};
