import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { BlockDecision, BlockState } from '../../../domain/decision.ts';
import { factsOf, groundsOf } from '../../../domain/grounds.ts';
import type { JurorId } from '../../../domain/ids.ts';
import { decisionWords } from '../../../words/decision.ts';
import { sayGrounds } from '../../../words/grounds.ts';
import { blockWords } from '../../../words/outcome.ts';
import { capitalise, formatTime, quote } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/mark.tsx';
import { shortCompetency } from './proofs.ts';
import type { Table } from './table.ts';
import styles from './decision.module.css';

const Words = (props: { readonly decision: BlockDecision }): ReactNode => {
  const { decision } = props;
  return (
    <>
      <p className={styles['reason']}>{decision.reason === '' ? decisionWords.noReason : decision.reason}</p>
      {decision.competencies.length === 0 ? null : (
        <p>
          <strong>{decisionWords.cited}</strong> {decision.competencies.map(shortCompetency).join(', ')}
        </p>
      )}
      {decision.recommendation === '' ? null : (
        <p>
          <strong>{decisionWords.recommendation}</strong>
          <br />
          {decision.recommendation}
        </p>
      )}
    </>
  );
};

/** On what the decision rests: rule and its version, jury, recusals, text of the fiche. */
const Basis = (props: { readonly table: Table; readonly state: BlockState }): ReactNode => {
  const { view, block, nameOf, timeZone } = props.table;
  const grounds = groundsOf(factsOf({ ...view.line, postponed: view.postponed }), props.state, block.superseded.length);
  return (
    <details className={styles['superseded']}>
      <summary>{decisionWords.basis}</summary>
      <p className={styles['hint']}>{`${capitalise(sayGrounds(grounds, (id) => nameOf(id as JurorId), timeZone))}.`}</p>
      {view.line.composition.text === null ? null : <p className={styles['hint']}>{quote(view.line.composition.text)}</p>}
    </details>
  );
};

/** The decision taken on the block, with its reason, and those it replaced. */
export const DecisionShown = (props: { readonly table: Table; readonly justDecided: boolean; readonly onReopen: () => void }): ReactNode => {
  const { table } = props;
  const { state, superseded, reopener } = table.block;
  const id = useId();
  const title = useRef<HTMLDivElement>(null);
  const decided = state.kind === 'validated' || state.kind === 'notValidated' ? state : null;
  // The decision is read again after it was recorded: the focus waits for it to be there.
  const arrived = props.justDecided && decided !== null;
  useEffect(() => {
    if (!arrived) return;
    title.current?.focus({ preventScroll: true });
    title.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [arrived]);
  const { recusals } = table.view.line;
  const recused = recusals.map((recusal) => recusal.jurorId).filter((id) => decided?.decision.members.includes(id));
  return (
    <>
      {decided === null ? null : (
        <section className={styles['shown']} aria-label={decisionWords.title}>
          <div id={id} role="group" aria-labelledby={id} className={styles['shownHead']} ref={title} tabIndex={-1}>
            <Mark state={decided.kind} />
            <span className={styles['hint']}>
              {decisionWords.decidedAt(formatTime(decided.decision.at, table.timeZone))} · {decisionWords.rule[decided.decision.rule]}
            </span>
          </div>
          <Words decision={decided.decision} />
          <Basis table={table} state={decided} />
          {recused.length === 0 || !table.open ? null : <p className={styles['irregular']}>{decisionWords.byRecused(recused.map(table.nameOf))}</p>}
          {!table.open || reopener === null ? null : (
            <div className={recused.length === 0 ? styles['reopen'] : undefined}>
              <Button size="small" kind={recused.length === 0 ? 'quiet' : 'secondary'} onPress={props.onReopen}>
                {decisionWords.reopen}
              </Button>
            </div>
          )}
        </section>
      )}
      {superseded.length === 0 ? null : (
        <details className={styles['superseded']}>
          <summary>{decisionWords.superseded}</summary>
          {superseded.map((entry) => (
            <div key={entry.at}>
              <p>
                <strong>
                  {decisionWords.supersededLine(
                    blockWords[entry.outcome].word,
                    formatTime(entry.decision.at, table.timeZone),
                    formatTime(entry.at, table.timeZone),
                    entry.by === 'lead' ? entry.by : table.nameOf(entry.by),
                  )}
                </strong>
              </p>
              <Words decision={entry.decision} />
              <p className={styles['hint']}>{decisionWords.reopenedBecause(entry.reason)}</p>
            </div>
          ))}
        </details>
      )}
    </>
  );
};
