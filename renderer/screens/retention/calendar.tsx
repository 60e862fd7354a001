import type { ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { RetentionLine } from '../../../domain/retention.ts';
import { retentionWords as words } from '../../../words/retention.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import styles from './retention.module.css';

const keyOf = ({ subject, what }: RetentionLine): string => `${subject.kind === 'session' ? subject.sessionId : subject.fileId} ${what}`;

const Until = ({ line: { due, isDue } }: { readonly line: RetentionLine }): ReactNode => {
  if (due.kind === 'held') return words.states.held(due.reason);
  if (due.kind === 'undeclared') return <span className={styles['muted']}>{words.states.undeclared(due.holders)}</span>;
  if (due.kind !== 'until') return <span className={styles['muted']}>{words.states[due.kind]}</span>;
  return (
    <>
      <div className={styles['whole']}>{words.until(due.day)}</div>
      {isDue ? <Badge tone="accent">{words.dueNow}</Badge> : null}
    </>
  );
};

/** The calendar of what falls due, a line a kind of data: until when, on what ground, what will be lost. */
export const Calendar = (props: {
  readonly lines: readonly RetentionLine[];
  readonly onPurge: (line: RetentionLine) => void;
  readonly onHold: (session: { readonly id: SessionId; readonly number: string }, held: boolean) => void;
}): ReactNode => (
  <DataTable
    caption={words.sections.calendar}
    rows={props.lines}
    keyOf={keyOf}
    columns={[
      {
        key: 'what',
        head: words.column.what,
        rowHead: true,
        cell: (line) => (
          <>
            {words.kinds[line.what]}
            <div className={styles['muted']}>{words.grounds[line.what]}</div>
          </>
        ),
      },
      {
        key: 'subject',
        head: words.column.subject,
        cell: (line) => (
          <>
            <div className={styles['whole']}>{line.name}</div>
            <div className={styles['muted']}>{line.title}</div>
          </>
        ),
      },
      { key: 'until', head: words.column.until, cell: (line) => <Until line={line} /> },
      {
        key: 'count',
        head: words.column.count,
        cell: (line) => (line.what === 'minute' ? words.archivist : line.count === null ? words.notCounted : words.count(line.count)),
      },
      {
        key: 'acts',
        head: <span className="visually-hidden">{words.column.acts}</span>,
        align: 'end',
        cell: (line) => {
          const { subject } = line;
          if (line.isDue)
            return (
              <Button size="small" label={words.purge.label(words.kinds[line.what], line.name)} onPress={() => props.onPurge(line)}>
                {words.purge.open}
              </Button>
            );
          // An appeal is of the whole session: its act stands on the line of the minute.
          if (line.what !== 'minute' || subject.kind !== 'session' || (line.due.kind !== 'until' && line.due.kind !== 'held')) return null;
          const held = line.due.kind === 'held';
          return (
            <Button
              kind="quiet"
              size="small"
              label={held ? words.hold.liftLabel(line.name) : words.hold.openLabel(line.name)}
              onPress={() => props.onHold({ id: subject.sessionId, number: line.name }, !held)}
            >
              {held ? words.hold.lift : words.hold.open}
            </Button>
          );
        },
      },
    ]}
  />
);
