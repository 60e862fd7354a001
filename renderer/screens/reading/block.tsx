import type { ReactNode } from 'react';
import type { BlockState, DecisionFields } from '../../../domain/decision.ts';
import type { Grounds } from '../../../domain/grounds.ts';
import type { BlockCode } from '../../../domain/ids.ts';
import type { RecordCandidate, SessionRecord } from '../../../domain/minute.ts';
import { sayGrounds } from '../../../words/grounds.ts';
import { blockWords, shortBlock } from '../../../words/outcome.ts';
import { readingCandidateWords as words } from '../../../words/reading.ts';
import { capitalise, formatInstant } from '../../../words/typography.ts';
import { Mark } from '../../parts/mark.tsx';
import { namesOf } from './names.ts';
import styles from './reading.module.css';

/** The words of a decision: its reason, the competencies it cites word for word, its recommendation. */
export const DecisionWords = (props: { readonly record: SessionRecord; readonly code: BlockCode; readonly decision: DecisionFields }): ReactNode => {
  const { reason, competencies, recommendation } = props.decision;
  const known = props.record.certification.blocks.find((block) => block.code === props.code)?.competencies ?? [];
  return (
    <dl className={styles['decision']}>
      <dt>{words.reason}</dt>
      <dd>{reason === '' ? words.noReason : reason}</dd>
      {competencies.length === 0 ? null : (
        <>
          <dt>{words.competencies}</dt>
          <dd>
            <ul>
              {competencies.map((code) => (
                <li key={code}>{known.find((one) => one.code === code)?.text ?? code}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {recommendation === '' ? null : (
        <>
          <dt>{words.recommendation}</dt>
          <dd>{recommendation}</dd>
        </>
      )}
    </dl>
  );
};

/** The decisions on a block that a later one replaced, with their words: the acts of the record before the last decision of this block. */
const replacedOn = (record: SessionRecord, candidate: RecordCandidate, code: BlockCode) => {
  const on = record.acts.flatMap(({ at, act }) =>
    (act.kind === 'decision' || act.kind === 'reopening') && act.candidateId === candidate.id && act.block === code ? [{ at, act }] : [],
  );
  return on.flatMap(({ at, act }, rank) =>
    act.kind === 'decision' && on.slice(rank + 1).some((later) => later.act.kind === 'reopening') ? [{ at, act }] : [],
  );
};

/** One block of a candidate: its mark, on what it rests, the words of its decision and of those it replaced. */
export const BlockTold = (props: {
  readonly record: SessionRecord;
  readonly candidate: RecordCandidate;
  readonly code: BlockCode;
  readonly state: BlockState;
  readonly grounds: (superseded: number) => Grounds;
}): ReactNode => {
  const { record, candidate, code, state } = props;
  const names = namesOf(record);
  const label = record.certification.blocks.find((block) => block.code === code)?.label ?? '';
  const replaced = replacedOn(record, candidate, code);
  return (
    <section className={styles['block']} aria-label={`${shortBlock(code)} ${label}`}>
      <div className={styles['blockHead']}>
        <h3>
          <strong>{shortBlock(code)}</strong> {label}
        </h3>
        <Mark state={state.kind} />
      </div>
      <p className={styles['muted']}>{`${capitalise(sayGrounds(props.grounds(replaced.length), names.member, record.session.timeZone))}.`}</p>
      {'decision' in state ? <DecisionWords record={record} code={code} decision={state.decision} /> : null}
      {replaced.length === 0 ? null : (
        <details className={styles['details']}>
          <summary>{words.replaced}</summary>
          {replaced.map(({ at, act }) => (
            <div key={at}>
              <p>{words.replacedLine(blockWords[act.outcome].word, formatInstant(at, record.session.timeZone))}</p>
              <DecisionWords record={record} code={code} decision={act} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
};
