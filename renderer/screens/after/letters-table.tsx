import type { ReactNode } from 'react';
import type { CandidateId } from '../../../domain/ids.ts';
import type { LetterLine, NotificationLine } from '../../../domain/notification.ts';
import { notificationWords as words } from '../../../words/notification.ts';
import { outcomeWords } from '../../../words/outcome.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import styles from './letters.module.css';

const StateBadge = ({ letter }: { readonly letter: LetterLine }): ReactNode => {
  const { state, left } = letter;
  switch (state.kind) {
    case 'toSend':
      return <Badge tone={left !== null && left < 0 ? 'danger' : 'neutral'}>{words.states.toSend}</Badge>;
    case 'again':
      return (
        <>
          <Badge tone="warning">{words.states.again}</Badge>
          <span className={styles['muted']}>{words.states.before(state.on, state.way, state.rank)}</span>
        </>
      );
    case 'sent':
      return <Badge tone="success">{words.states.sent(state.on, state.way)}</Badge>;
  }
};

const Due = ({ line }: { readonly line: NotificationLine }): ReactNode => {
  const [letter] = line.letters.toSorted((one, other) => (one.left ?? 1e6) - (other.left ?? 1e6));
  // Two letters of one candidate may not wait for the same day: whose is late is then said.
  const alike = line.letters.every(({ left }) => left === letter?.left);
  if (!letter || letter.due === null) return <span className={styles['muted']}>{words.noDue}</span>;
  return (
    <span className={styles['person']}>
      <span>{words.due(letter.due)}</span>
      {letter.left === null ? null : (
        <span className={`${styles['muted']} ${styles['person']} ${styles['whole']}`}>
          {alike ? null : <span>{words.leftOf[letter.recipient]} </span>}
          <span>{words.left(letter.left)}</span>
        </span>
      )}
    </span>
  );
};

/** Who is to be notified, by when, and where each letter stands: the late first. */
export const LettersTable = (props: {
  readonly lines: readonly NotificationLine[];
  readonly chosen: ReadonlySet<CandidateId>;
  readonly choose: (id: CandidateId, chosen: boolean) => void;
  readonly open: (id: CandidateId) => void;
}): ReactNode => (
  <DataTable
    caption={words.caption}
    rows={props.lines}
    keyOf={(line) => line.candidateId}
    columns={[
      {
        key: 'candidate',
        head: words.columns.candidate,
        rowHead: true,
        cell: (line) => (
          <Checkbox
            label={line.name}
            hint={`${words.number(line.number)} · ${line.accessPath}`}
            checked={props.chosen.has(line.candidateId)}
            onChange={(chosen) => props.choose(line.candidateId, chosen)}
          />
        ),
      },
      { key: 'outcome', head: words.columns.outcome, whole: true, cell: (line) => outcomeWords[line.outcome.kind] },
      { key: 'due', head: words.columns.due, cell: (line) => <Due line={line} /> },
      {
        key: 'state',
        head: words.columns.state,
        cell: (line) => (
          <span className={styles['states']}>
            {line.letters.map((letter) => (
              <span key={letter.recipient} className={styles['state']}>
                {line.letters.length === 1 ? null : <span className={styles['muted']}>{words.to[letter.recipient]}</span>}
                <StateBadge letter={letter} />
              </span>
            ))}
          </span>
        ),
      },
      {
        key: 'papers',
        head: words.columns.papers,
        align: 'end',
        cell: (line) => (
          <Button size="small" label={words.openFor(line.name)} onPress={() => props.open(line.candidateId)}>
            {words.open}
          </Button>
        ),
      },
    ]}
  />
);
