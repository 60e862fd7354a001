import { useEffect, useId, useRef, type ReactNode } from 'react';
import { checkDecisionFields } from '../../../domain/decision.ts';
import type { Failure } from '../../../domain/errors.ts';
import type { RoundView } from '../../../domain/view.ts';
import { decisionWords } from '../../../words/decision.ts';
import { errorWords } from '../../../words/errors.ts';
import { resultWords } from '../../../words/round.ts';
import { Checkbox, RadioCards } from '../../parts/choice.tsx';
import { HealthHint } from '../../parts/health-hint.tsx';
import { Mark } from '../../parts/mark.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import type { DecisionDraft } from './draft.ts';
import { shortCompetency } from './proofs.ts';
import { boundWords } from './rounds.tsx';
import type { Table } from './table.ts';
import styles from './decision.module.css';

/** What is missing from a decision, or null when it may be recorded. */
export const missingOf = (table: Table, draft: DecisionDraft): 'outcome' | 'reason' | 'competencies' | 'recommendation' | null => {
  if (draft.outcome === null) return 'outcome';
  const fields = { ...draft, outcome: draft.outcome, reason: draft.reason.trim(), recommendation: draft.recommendation.trim() };
  const checked = checkDecisionFields(
    fields,
    table.terms.competencies.map((entry) => entry.code),
    table.session.regulations,
  );
  if (checked.ok) return null;
  switch (checked.error.code) {
    case 'reason-missing':
      return 'reason';
    case 'competencies-missing':
    case 'competency-foreign':
      return 'competencies';
    default:
      return 'recommendation';
  }
};

const Cited = (props: {
  readonly table: Table;
  readonly draft: DecisionDraft;
  readonly onChange: (part: Partial<DecisionDraft>) => void;
  readonly error: string | null;
}): ReactNode => {
  const { draft } = props;
  const error = useId();
  return (
    <fieldset className={styles['cited']} aria-invalid={props.error === null ? undefined : true} aria-describedby={props.error === null ? undefined : error}>
      <legend>
        {decisionWords.cited} <span className={styles['hint']}>{decisionWords.citedHint}</span>
      </legend>
      {props.table.terms.competencies.map((entry) => (
        <Checkbox
          key={entry.code}
          checked={draft.competencies.includes(entry.code)}
          onChange={(checked) =>
            props.onChange({ competencies: checked ? [...draft.competencies, entry.code] : draft.competencies.filter((code) => code !== entry.code) })
          }
          label={
            <span className={styles['competency']}>
              <strong>{shortCompetency(entry.code)}</strong> {entry.text}
            </span>
          }
        />
      ))}
      {props.error === null ? null : (
        <p id={error} className={styles['error']}>
          {props.error}
        </p>
      )}
    </fieldset>
  );
};

/** The collegial decision being written: nothing is chosen beforehand, and a refusal asks for its grounds. */
export const DecisionForm = (props: {
  readonly table: Table;
  readonly draft: DecisionDraft;
  readonly onChange: (part: Partial<DecisionDraft>) => void;
  /** How many times recording was tried; nothing is said to be missing before the first. */
  readonly tried: number;
  readonly failure: Failure | null;
  /** The revealed round that the decision rests on; null where the jury gives no individual opinions. */
  readonly round: Extract<RoundView, { kind: 'revealed' }> | null;
  /** Whether another round may still be held. */
  readonly again: boolean;
}): ReactNode => {
  const { table, draft, onChange } = props;
  const missing = props.tried > 0 ? missingOf(table, draft) : null;
  const form = useRef<HTMLElement>(null);
  const { tried } = props;
  useEffect(() => {
    if (tried === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong instanceof HTMLFieldSetElement ? wrong.querySelector('input') : wrong)?.focus();
  }, [tried, props.failure]);
  const refused = draft.outcome === 'notValidated';
  const says = (name: typeof missing, sentence: string): string | null => (missing === name ? sentence : null);
  const { failure } = props;
  const differs = failure?.code === 'decision-differs-from-count' ? errorWords(failure.code, failure.facts) : null;
  const bound = props.round === null ? null : boundWords(table, props.round);
  return (
    <section ref={form} className={styles['decision']} aria-label={decisionWords.title}>
      {bound === null ? null : (
        <p className={styles['bound']}>
          <strong>{bound}</strong> {resultWords.bound}
        </p>
      )}
      <RadioCards
        label={bound === null ? decisionWords.title : decisionWords.titleBound}
        value={draft.outcome}
        options={[
          { value: 'validated', label: decisionWords.validated, tone: 'positive', mark: <Mark state="validated" show="shape" label="" /> },
          { value: 'notValidated', label: decisionWords.notValidated, tone: 'negative', mark: <Mark state="notValidated" show="shape" label="" /> },
        ]}
        onChange={(outcome) => onChange({ outcome })}
        error={differs === null ? says('outcome', decisionWords.chooseMissing) : `${differs.happened} ${resultWords.differs(props.again)}`}
      />
      {refused ? <Cited table={table} draft={draft} onChange={onChange} error={says('competencies', decisionWords.competenciesMissing)} /> : null}
      <TextArea
        label={refused ? decisionWords.reasonRefusal : decisionWords.reason}
        optional={draft.outcome === 'validated' && !table.session.regulations.validationNeedsReason}
        value={draft.reason}
        onChange={(reason) => onChange({ reason })}
        maxLength={30_000}
        error={says('reason', decisionWords.reasonMissing)}
      />
      {refused ? (
        <TextArea
          label={decisionWords.recommendation}
          value={draft.recommendation}
          onChange={(recommendation) => onChange({ recommendation })}
          maxLength={30_000}
          error={says('recommendation', decisionWords.recommendationMissing)}
        />
      ) : null}
      <HealthHint texts={[draft.reason, refused ? draft.recommendation : '']} printed />
      <FailureNotice failure={differs === null ? failure : null} />
    </section>
  );
};
