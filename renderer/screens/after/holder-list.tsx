import type { ReactNode } from 'react';
import type { HolderLine, HolderStatus, HoldersView } from '../../../domain/holder.ts';
import { holderWords as words } from '../../../words/holders.ts';
import { remarkWords } from '../../../words/holder-identity.ts';
import { formatShortDay } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Section } from '../../parts/section.tsx';
import styles from './holders.module.css';
import { Narrowed } from './narrowed.tsx';

const tones: Readonly<Record<HolderStatus['kind'], 'neutral' | 'accent' | 'success' | 'warning' | 'danger'>> = {
  toDeclare: 'neutral',
  declared: 'accent',
  accepted: 'success',
  refused: 'danger',
  toCorrect: 'warning',
  suppressing: 'accent',
  suppressionRefused: 'danger',
  suppressed: 'neutral',
};

const detailOf = (status: HolderStatus): string => {
  switch (status.kind) {
    case 'toDeclare':
      return '';
    case 'refused':
    case 'suppressionRefused':
      return status.message;
    case 'toCorrect':
      return words.correct[status.cause];
    case 'declared':
    case 'accepted':
    case 'suppressing':
    case 'suppressed':
      return words.statusAt(status.at, status.batch);
  }
};

const Completeness = ({ line }: { readonly line: HolderLine }): ReactNode => {
  const blocking = line.remarks.filter(({ weight }) => weight === 'blocking').length;
  const doubtful = line.remarks.length - blocking;
  return (
    <div className={styles['status']}>
      {blocking > 0 ? <Badge tone="danger">{words.list.blocking(blocking)}</Badge> : null}
      {doubtful > 0 ? <Badge tone="warning">{words.list.doubtful(doubtful)}</Badge> : null}
      {line.remarks.length === 0 ? <Badge tone="success">{words.list.ready}</Badge> : null}
    </div>
  );
};

/** Why no file can be written at the moment; nothing where one can, or where nothing is left to do. */
const whyNothing = ({ settingsRemarks, holders }: HoldersView): string | undefined => {
  if (holders.every(({ status }) => status.kind === 'accepted' || status.kind === 'suppressed')) return words.list.allDone;
  if (settingsRemarks.length > 0) return words.list.noSettings;
  const ready = holders.some((line) => line.remarks.every(({ weight }) => weight !== 'blocking') && line.keptAt !== null);
  return ready ? undefined : words.list.noIdentity;
};

type Group = 'due' | 'awaited' | 'settled';

const groupOf = ({ status }: HolderLine): Group => {
  switch (status.kind) {
    case 'toDeclare':
    case 'refused':
    case 'toCorrect':
    case 'suppressionRefused':
      return 'due';
    case 'declared':
    case 'suppressing':
      return 'awaited';
    case 'accepted':
    case 'suppressed':
      return 'settled';
  }
};

const groups = (['due', 'awaited', 'settled'] as const).map((group) => [group, words.groups[group]] as const);
const textOf = ({ number, name }: HolderLine): string => `${number} ${name}`;

/** Every holder, with the deadline, the state of the declaration and of the identity. */
export const HolderList = (props: { readonly view: HoldersView; readonly onEdit: (line: HolderLine) => void; readonly actions: ReactNode }): ReactNode => (
  <Section title={words.list.title} intro={whyNothing(props.view)} actions={props.actions}>
    <Narrowed rows={props.view.holders} label={words.list.title} groups={groups} groupOf={groupOf} textOf={textOf}>
      {(shown) => (
        <DataTable
          caption={words.list.title}
          rows={shown}
          keyOf={(line) => line.candidateId}
          columns={[
            {
              key: 'name',
              head: words.list.holder,
              rowHead: true,
              cell: (line) => `${line.number} · ${line.name}`,
            },
            {
              key: 'deadline',
              head: words.list.deadline,
              whole: true,
              cell: (line) => (
                <div className={styles['status']}>
                  {line.deadline === null ? null : <span>{formatShortDay(line.deadline)}</span>}
                  {line.deadline !== null && line.deadline < props.view.today && line.status.kind !== 'accepted' ? (
                    <Badge tone="danger">{words.list.late}</Badge>
                  ) : null}
                </div>
              ),
            },
            {
              key: 'status',
              head: words.list.status,
              cell: (line) => {
                const detail = detailOf(line.status);
                return (
                  <div className={styles['status']}>
                    <Badge tone={tones[line.status.kind]}>{words.statuses[line.status.kind]}</Badge>
                    {detail === '' ? null : <span className={styles['muted']}>{detail}</span>}
                  </div>
                );
              },
            },
            { key: 'identity', head: words.list.identity, whole: true, cell: (line) => (line.holds ? <Completeness line={line} /> : null) },
            {
              key: 'edit',
              head: <span className="visually-hidden">{words.list.edit}</span>,
              whole: true,
              cell: (line) =>
                line.holds ? (
                  <Button size="small" label={words.list.editOf(line.name)} onPress={() => props.onEdit(line)}>
                    {words.list.edit}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
    </Narrowed>
  </Section>
);

const weightOf = ({ remarks }: HolderLine): 'blocking' | 'doubtful' => (remarks.some(({ weight }) => weight === 'blocking') ? 'blocking' : 'doubtful');
const weights = [['blocking', words.preflight.missing] as const, ['doubtful', words.preflight.onlyDoubtful] as const];

/** What is missing or doubtful, holder by holder, with its consequence and the way to mend it: the identity opens from the list above, at one place. */
export const Preflight = (props: { readonly view: HoldersView }): ReactNode => {
  const lines = props.view.holders.filter(({ remarks }) => remarks.length > 0);
  return (
    <Section title={words.preflight.title} intro={lines.length === 0 ? words.preflight.clear : words.preflight.text}>
      <Narrowed rows={lines} label={words.preflight.title} groups={weights} groupOf={weightOf} textOf={textOf}>
        {(shown) => (
          <ul className={styles['remarks']}>
            {shown.map((line) => (
              <li key={line.candidateId} className={styles['person']}>
                <span className={styles['name']}>{line.name}</span>
                <ul>
                  {line.remarks.map(({ code, value, weight }) => {
                    const [what = code, mend = ''] = remarkWords[code] ?? [];
                    return (
                      <li key={`${code} ${value}`}>
                        <Badge tone={weight === 'blocking' ? 'danger' : 'warning'}>{words.preflight[weight]}</Badge>
                        <span>
                          {what}
                          {value === '' ? null : ` ${words.value(value)}`}. <span className={styles['muted']}>{mend}</span>
                        </span>
                      </li>
                    );
                  })}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </Narrowed>
    </Section>
  );
};
