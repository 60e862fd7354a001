import type { ReactNode } from 'react';
import { consequenceOf, deliberateWords } from '../../../words/deliberate.ts';
import type { DecisionDraft } from './draft.ts';
import type { Table } from './table.ts';
import { TimerControl, useElapsed, type Timer } from './timer.tsx';
import styles from './consequence.module.css';

/** The timer at the foot of the screen: the one in progress, else the one that covers the block. */
export const footTimer = (table: Table): Timer | null => {
  const { timers } = table.view;
  const covering = table.dossier?.projects.find((project) => project.blocks.includes(table.block.code))?.id;
  return (
    timers.find(({ timer }) => timer.kind === 'running' || timer.kind === 'paused') ?? timers.find((timer) => timer.projectId === covering) ?? timers[0] ?? null
  );
};

/** The consequence, always in sight: what the candidate has now, or would have by the choice being made. */
export const Consequence = (props: {
  readonly table: Table;
  /** What the jury is about to decide, or has just decided. */
  readonly outcome: DecisionDraft['outcome'];
  readonly onMatrix: () => void;
  readonly onShortcuts: () => void;
}): ReactNode => {
  const { table, outcome } = props;
  const { block, view } = table;
  const supposed = outcome === 'validated' ? block.ifValidated : outcome === 'notValidated' ? block.ifRefused : null;
  const lead = supposed === null ? deliberateWords.inState : outcome === 'validated' ? deliberateWords.ifValidated : deliberateWords.ifRefused;
  const timer = footTimer(table);
  useElapsed(timer, table.announce);
  return (
    <footer className={styles['bar']}>
      <p className={styles['line']} aria-live="polite">
        {lead}
        <strong>{consequenceOf(supposed ?? view.line.outcome)}</strong>
      </p>
      <div className={styles['side']}>
        <button type="button" className={styles['help']} aria-keyshortcuts="M" onClick={props.onMatrix}>
          {deliberateWords.matrix} <kbd aria-hidden>M</kbd>
        </button>
        <button type="button" className={styles['help']} aria-keyshortcuts="?" onClick={props.onShortcuts}>
          {deliberateWords.shortcuts} <kbd aria-hidden>?</kbd>
        </button>
        {timer === null ? null : <TimerControl table={table} timer={timer} labelled />}
      </div>
    </footer>
  );
};
