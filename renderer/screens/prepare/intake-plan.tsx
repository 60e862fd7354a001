import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { IntakeFilter, IntakeView } from '../../../domain/intake.ts';
import type { CandidateLine, SessionView } from '../../../domain/view.ts';
import { intakeWords as words } from '../../../words/intake.ts';
import { Checkbox } from '../../parts/choice.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { IntakeRows } from './intake-rows.tsx';
import styles from './intake.module.css';

/** What every part of a plan is given. */
export interface PlanProps {
  readonly session: SessionView;
  readonly candidates: readonly CandidateLine[];
  readonly intake: string;
  /** Grows with each change, so that every page is read again. */
  readonly turn: number;
  readonly onChanged: () => void;
}

const Group = (props: PlanProps & { readonly candidate: CandidateLine; readonly files: number; readonly bytes: number }): ReactNode => {
  const { candidate } = props;
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['group']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles['name']}>
          {candidate.number} · {fullName(candidate)}
        </span>
        <span className={styles['amount']}>{words.ofCandidate(props.files, props.bytes)}</span>
      </summary>
      {open ? <IntakeRows {...props} filter={{ kind: 'candidate', candidateId: candidate.id }} search="" label={fullName(candidate)} /> : null}
    </details>
  );
};

/** The plan of an intake: what needs an answer first, then what each candidate will be given. */
export const IntakePlan = (props: PlanProps & { readonly view: IntakeView }): ReactNode => {
  const { view, candidates } = props;
  const [search, setSearch] = useState('');
  const [onlyWaiting, setOnlyWaiting] = useState(false);
  const filter: IntakeFilter = { kind: onlyWaiting ? 'waiting' : 'asked' };
  return (
    <Stack gap="large">
      {view.asked === 0 ? null : (
        <Section level={3} title={words.asked(view.waiting)} intro={view.waiting === 0 ? undefined : words.askedIntro}>
          <div className={styles['filters']}>
            <TextField find label={words.search} value={search} onChange={setSearch} maxLength={200} />
            <Checkbox label={words.onlyWaiting} checked={onlyWaiting} onChange={setOnlyWaiting} />
          </div>
          <IntakeRows key={`${filter.kind} ${search}`} {...props} filter={filter} search={search} label={words.asked(view.waiting)} />
        </Section>
      )}
      <Section level={3} title={words.sure(view.ready.files)} intro={view.byCandidate.length === 0 ? undefined : words.sureIntro}>
        {view.byCandidate.length === 0 ? <p>{words.nobody}</p> : null}
        <div className={styles['groups']}>
          {view.byCandidate.map(({ candidateId, files, bytes }) => {
            const candidate = candidates.find((each) => each.id === candidateId);
            return candidate === undefined ? null : <Group key={candidateId} {...props} candidate={candidate} files={files} bytes={bytes} />;
          })}
        </div>
      </Section>
    </Stack>
  );
};
