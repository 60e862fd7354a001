import { useId, type ReactNode } from 'react';
import { linkKind, type LinkKind } from '../../../domain/jury.ts';
import type { Regulations } from '../../../domain/regulations.ts';
import { linkWords } from '../../../words/jury.ts';
import { capitalise } from '../../../words/typography.ts';
import { prepareWords } from '../../../words/prepare.ts';
import { regulationsFormWords as words } from '../../../words/regulations.ts';
import { Checkbox, RadioCards, Select } from '../../parts/choice.tsx';
import { Fields } from '../../parts/section.tsx';
import { TextArea, TextField } from '../../parts/text-field.tsx';
import styles from './regulations.module.css';

const labels = prepareWords.regulations;

/** What every group of the form is given: the rules being written, whether saving was tried, and how to change one. */
export interface GroupProps {
  readonly draft: Regulations;
  readonly tried: boolean;
  readonly set: (part: Partial<Regulations>) => void;
}

/** A titled group of rules, set apart by air alone. */
export const Group = (props: { readonly title: string; readonly hint?: string; readonly children: ReactNode }): ReactNode => {
  const id = useId();
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <div className={styles['groupHead']}>
        <h3 id={id}>{props.title}</h3>
        {props.hint === undefined ? null : <p className={styles['muted']}>{props.hint}</p>}
      </div>
      <div className={styles['groupBody']}>{props.children}</div>
    </section>
  );
};

const optionsOf = <Value extends string>(names: Readonly<Record<Value, string>>, hints?: Readonly<Record<Value, string>>) =>
  (Object.keys(names) as Value[]).map((value) => ({ value, label: capitalise(names[value]), ...(hints === undefined ? {} : { hint: hints[value] }) }));

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ value: String(from + index), label: String(from + index) }));

/** A whole number within its bounds, typed; an empty box is not a number and says so. */
export const NumberField = (props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly tried: boolean;
  readonly onChange: (value: number) => void;
}): ReactNode => {
  const { value, from, to } = props;
  const wrong = !Number.isInteger(value) || value < from || value > to;
  return (
    <TextField
      short
      type="number"
      label={props.label}
      hint={props.hint}
      min={from}
      max={to}
      value={Number.isNaN(value) ? '' : String(value)}
      onChange={(text) => props.onChange(text.trim() === '' ? Number.NaN : Number(text))}
      error={wrong && (props.tried || !Number.isNaN(value)) ? words.between(from, to) : null}
    />
  );
};

/** Who sits: the quorum, and the links that keep a member away. */
export const JuryGroup = ({ draft, set }: GroupProps): ReactNode => {
  const toggle = (kind: LinkKind, on: boolean): void =>
    set({ recusingLinks: linkKind.options.filter((each) => (each === kind ? on : draft.recusingLinks.includes(each))) });
  return (
    <Group title={words.groups.jury}>
      <div className={styles['half']}>
        <Select
          label={words.quorum}
          hint={words.quorumHint}
          value={String(draft.quorum)}
          options={numbers(2, 12)}
          onChange={(quorum) => set({ quorum: Number(quorum) })}
        />
      </div>
      <fieldset className={styles['ticks']}>
        <legend>
          {words.recusing}
          <span className={styles['hint']}>{words.recusingHint}</span>
        </legend>
        {linkKind.options.map((kind) => (
          <Checkbox key={kind} label={linkWords[kind]} checked={draft.recusingLinks.includes(kind)} onChange={(on) => toggle(kind, on)} />
        ))}
        {draft.recusingLinks.length === 0 ? <p className={styles['warned']}>{words.noRecusing}</p> : null}
      </fieldset>
    </Group>
  );
};

/** How opinions are given and what they weigh; without individual opinions the rest does not apply, and says so. */
export const OpinionsGroup = ({ draft, set }: GroupProps): ReactNode => (
  <Group title={words.groups.opinions}>
    <RadioCards
      label={words.opinions}
      value={draft.opinions}
      options={optionsOf(words.opinionsValues, words.opinionsHints)}
      onChange={(opinions) => set(opinions === 'collegialOnly' ? { opinions, decisionRule: 'collegial' } : { opinions })}
    />
    {draft.opinions === 'collegialOnly' ? (
      <p className={styles['said']} role="status">
        {words.collegialOnly}
      </p>
    ) : (
      <>
        <RadioCards
          label={words.rule}
          value={draft.decisionRule}
          options={optionsOf(words.ruleValues, words.ruleHints)}
          onChange={(decisionRule) => set({ decisionRule })}
        />
        <Fields columns={2}>
          <Select label={labels.tie} hint={words.tieHint} value={draft.tie} options={optionsOf(labels.ties)} onChange={(tie) => set({ tie })} />
          <Select
            label={labels.rounds}
            hint={words.roundsHint}
            value={String(draft.rounds)}
            options={numbers(1, 5)}
            onChange={(rounds) => set({ rounds: Number(rounds) })}
          />
        </Fields>
        <div className={styles['half']}>
          <Select label={labels.abstention} value={draft.abstention} options={optionsOf(labels.abstentions)} onChange={(abstention) => set({ abstention })} />
        </div>
      </>
    )}
  </Group>
);

/** What a decision must say. */
export const DecisionGroup = ({ draft, set }: GroupProps): ReactNode => (
  <Group title={words.groups.decision}>
    <fieldset className={[styles['ticks'], styles['one']].join(' ')}>
      <legend>
        {words.grounds}
        <span className={styles['hint']}>{words.groundsRefusal}</span>
      </legend>
      <Checkbox label={words.cites} checked={draft.refusalCitesCompetencies} onChange={(refusalCitesCompetencies) => set({ refusalCitesCompetencies })} />
      <Checkbox
        label={words.recommends}
        checked={draft.refusalNeedsRecommendation}
        onChange={(refusalNeedsRecommendation) => set({ refusalNeedsRecommendation })}
      />
      <Checkbox label={words.validationReason} checked={draft.validationNeedsReason} onChange={(validationNeedsReason) => set({ validationNeedsReason })} />
    </fieldset>
  </Group>
);

/** Telling the candidates, and their way to appeal. */
export const AppealGroup = ({ draft, tried, set }: GroupProps): ReactNode => (
  <Group title={words.groups.appeal}>
    <Fields columns={2}>
      <NumberField
        label={words.vaeDays}
        hint={words.vaeDaysHint}
        value={draft.vaeNotificationDays}
        from={1}
        to={60}
        tried={tried}
        onChange={(vaeNotificationDays) => set({ vaeNotificationDays })}
      />
      <NumberField
        label={words.appealDelay}
        hint={words.appealDelayHint}
        value={draft.appealDelayDays}
        from={0}
        to={400}
        tried={tried}
        onChange={(appealDelayDays) => set({ appealDelayDays })}
      />
    </Fields>
    <TextArea
      label={labels.appeal}
      hint={words.appealHint}
      optional
      value={draft.appealText}
      maxLength={4000}
      rows={4}
      onChange={(appealText) => set({ appealText })}
    />
  </Group>
);

/** How long each thing is kept. */
export const RetentionGroup = ({ draft, tried, set }: GroupProps): ReactNode => {
  const { retention } = draft;
  const keep = (part: Partial<Regulations['retention']>): void => set({ retention: { ...retention, ...part } });
  return (
    <Group title={words.groups.retention}>
      <NumberField
        label={words.retention.minuteYears}
        value={retention.minuteYears}
        from={1}
        to={100}
        tried={tried}
        onChange={(minuteYears) => keep({ minuteYears })}
      />
      <NumberField
        label={words.retention.dossierMonths}
        value={retention.dossierMonthsAfterAppeal}
        from={0}
        to={120}
        tried={tried}
        onChange={(dossierMonthsAfterAppeal) => keep({ dossierMonthsAfterAppeal })}
      />
      <NumberField
        label={words.retention.jurorYears}
        value={retention.jurorYears}
        from={0}
        to={30}
        tried={tried}
        onChange={(jurorYears) => keep({ jurorYears })}
      />
    </Group>
  );
};
