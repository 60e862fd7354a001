import type { ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import { actWords } from '../../../words/act.ts';
import { decisionWords } from '../../../words/decision.ts';
import { blockPanelWords, deliberateWords } from '../../../words/deliberate.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { Button } from '../../parts/button.tsx';
import { useStore } from '../../store/store.ts';
import { nextPlace } from './places.ts';
import type { Progress } from './progress.ts';
import type { Table } from './table.ts';
import styles from './block.module.css';

const Next = (props: { readonly table: Table }): ReactNode => {
  const { table } = props;
  const go = useStore((state) => state.go);
  const next = nextPlace(table.sitting.candidates, table.view.line.id, table.block.code);
  if (next === null)
    return (
      <Button kind="primary" onPress={() => go({ kind: 'review', sessionId: table.sessionId })}>
        {deliberateWords.goReview}
      </Button>
    );
  return (
    <Button kind="primary" onPress={() => table.choose(next.candidate.id, next.block)}>
      {next.candidate.id === table.view.line.id ? deliberateWords.nextBlock(shortBlock(next.block)) : deliberateWords.next(next.candidate.name)}
    </Button>
  );
};

const Count = (props: { readonly recorded: number; readonly seats: number }): ReactNode => (
  <span className={styles['count']}>
    <span aria-hidden="true">{blockPanelWords.recorded(props.recorded, props.seats)}</span>
    <span className="visually-hidden">{blockPanelWords.recordedSaid(props.recorded, props.seats)}</span>
  </span>
);

/** The foot of the block: how far the opinions are, and the one act that comes next. */
export const Footer = (props: {
  readonly table: Table;
  readonly progress: Progress;
  readonly recording: boolean;
  readonly revealing: boolean;
  readonly onTurn: (id: JurorId) => void;
  readonly onReveal: () => Promise<void>;
  readonly onRecord: () => Promise<boolean>;
  readonly onAnother: () => void;
  readonly onPostpone: () => void;
}): ReactNode => {
  const { table, progress } = props;
  if (!table.open) return <p className={[styles['foot'], styles['count']].join(' ')}>{deliberateWords.closed}</p>;
  const seats = table.view.line.composition.sitting.length;
  const another = blockPanelWords.anotherShort((progress.last?.round ?? 0) + 1, table.session.regulations.rounds);
  if (progress.mayDecide)
    return (
      <div className={styles['foot']} data-foot>
        {progress.mayTryAgain ? <Button onPress={props.onAnother}>{another}</Button> : <span />}
        <Button kind="primary" keys={decisionWords.keys} busy={props.recording} onPress={() => void props.onRecord()}>
          {decisionWords.record}
        </Button>
      </div>
    );
  if (progress.mayTryAgain || progress.stuck)
    return (
      <div className={styles['foot']} data-foot>
        <span />
        <Button kind="primary" onPress={progress.stuck ? props.onPostpone : props.onAnother}>
          {progress.stuck ? actWords.postpone : another}
        </Button>
      </div>
    );
  if (progress.mayReveal)
    return (
      <div className={styles['foot']} data-foot>
        <Count recorded={progress.recorded.length} seats={seats} />
        <Button kind="primary" busy={props.revealing} onPress={() => void props.onReveal()}>
          {blockPanelWords.reveal}
        </Button>
      </div>
    );
  const { next } = progress;
  if (next !== null)
    return (
      <div className={styles['foot']} data-foot>
        <Count recorded={progress.recorded.length} seats={seats} />
        <Button kind="primary" onPress={() => props.onTurn(next)}>
          {blockPanelWords.passTo(table.nameOf(next))}
        </Button>
      </div>
    );
  if (table.block.state.kind === 'pending' && table.view.obstacle !== null && table.view.line.outcome.kind === 'undecided') return null;
  return (
    <div className={styles['foot']} data-foot>
      <span />
      <Next table={table} />
    </div>
  );
};
