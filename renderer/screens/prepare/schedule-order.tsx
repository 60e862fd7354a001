import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CandidateId } from '../../../domain/ids.ts';
import type { ScheduleCandidate, ScheduleLaid } from '../../../domain/schedule-view.ts';
import { formatClock, scheduleWords as words } from '../../../words/schedule.ts';
import { formatDuration } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { useStore } from '../../store/store.ts';
import type { DayProps } from './schedule-day.tsx';
import styles from './schedule.module.css';

type Line = ScheduleLaid['lines'][number];
type Order = DayProps['fields']['order'];

/** The order with a candidate moved one place up or down among those of the same room. */
const moveIn = (order: Order, id: CandidateId, by: 1 | -1): Order => {
  const from = order.findIndex((entry) => entry.candidateId === id);
  const moved = order[from];
  if (!moved) return order;
  let to = from + by;
  while (order[to] !== undefined && order[to]?.room !== moved.room) to += by;
  const other = order[to];
  if (!other) return order;
  return order.map((entry, rank) => (rank === from ? other : rank === to ? moved : entry));
};

/** The order of the day: moved by buttons, told aloud, with the room of each where there are several. */
export const ScheduleOrder = (
  props: DayProps & {
    readonly lines: readonly Line[];
    readonly candidates: readonly ScheduleCandidate[];
    readonly draw: () => Promise<void>;
  },
): ReactNode => {
  const { fields, disabled, change, lines, candidates } = props;
  const { order, rooms } = fields;
  const { session, go } = useStore();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [last, setLast] = useState<{ readonly id: CandidateId; readonly way: 'up' | 'down' } | null>(null);
  const [said, setSaid] = useState('');
  const find = (id: CandidateId): ScheduleCandidate | undefined => candidates.find((each) => each.id === id);
  const nameOf = (id: CandidateId): string => find(id)?.name ?? '';
  // A row that moved takes its focus along; at the end of the list the other arrow has it.
  useEffect(() => {
    if (last === null) return;
    const wanted = buttons.current.get(`${last.way} ${last.id}`);
    (wanted?.disabled === false ? wanted : buttons.current.get(`${last.way === 'up' ? 'down' : 'up'} ${last.id}`))?.focus();
    const line = lines.find((each) => each.kind === 'slot' && each.candidateId === last.id);
    if (line)
      setSaid(
        words.moved(
          nameOf(last.id),
          order.filter((entry) => entry.room === order.find((each) => each.candidateId === last.id)?.room).findIndex((entry) => entry.candidateId === last.id) +
            1,
          formatClock(line.startsAt),
        ),
      );
    setLast(null);
  }, [lines]);
  const move = (id: CandidateId, way: 'up' | 'down'): void => {
    setLast({ id, way });
    change({ order: moveIn(order, id, way === 'up' ? -1 : 1) });
  };
  const arrow = (id: CandidateId, way: 'up' | 'down'): ReactNode => (
    <Button
      ref={(element) => void (element === null ? buttons.current.delete(`${way} ${id}`) : buttons.current.set(`${way} ${id}`, element))}
      kind="quiet"
      size="small"
      icon={way === 'up' ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
      label={words[way](nameOf(id))}
      disabled={disabled || moveIn(order, id, way === 'up' ? -1 : 1) === order}
      onPress={() => move(id, way)}
    >
      {''}
    </Button>
  );
  const alphabetical = (): void => {
    const sorted = order.toSorted((one, other) => (find(one.candidateId)?.familyName ?? '').localeCompare(find(other.candidateId)?.familyName ?? '', 'fr'));
    setSaid(words.sorted);
    change({ order: sorted.map(({ candidateId }, rank) => ({ candidateId, room: order[rank]?.room ?? 0 })) });
  };
  const several = rooms.length > 1;
  const columns: readonly Column<Line>[] = [
    { key: 'at', head: words.column.at, whole: true, cell: (line) => formatClock(line.startsAt) },
    {
      key: 'candidate',
      head: words.column.candidate,
      rowHead: true,
      cell: (line) =>
        line.kind === 'pause' ? (
          <span className={styles['pauseName']}>{line.label}</span>
        ) : (
          <>
            {nameOf(line.candidateId)} <span className={styles['number']}>{find(line.candidateId)?.number}</span>
          </>
        ),
    },
    {
      key: 'planned',
      head: words.column.planned,
      whole: true,
      cell: (line) => (line.kind === 'pause' ? '' : formatDuration(find(line.candidateId)?.minutes ?? 0)),
    },
    ...(several
      ? [
          {
            key: 'room',
            head: words.column.room,
            cell: (line: Line) =>
              line.kind === 'pause' ? (
                ''
              ) : (
                <div className={styles['room']}>
                  <Select
                    hideLabel
                    label={words.roomOf(nameOf(line.candidateId))}
                    value={String(line.room)}
                    disabled={disabled}
                    options={rooms.map((room, rank) => ({ value: String(rank), label: room.name }))}
                    onChange={(room) =>
                      change({ order: order.map((entry) => (entry.candidateId === line.candidateId ? { ...entry, room: Number(room) } : entry)) })
                    }
                  />
                </div>
              ),
          },
        ]
      : []),
    {
      key: 'acts',
      head: words.column.acts,
      align: 'end',
      cell: (line) =>
        line.kind === 'pause' ? (
          ''
        ) : (
          <span className={styles['moves']}>
            {arrow(line.candidateId, 'up')}
            {arrow(line.candidateId, 'down')}
            <Button
              kind="quiet"
              size="small"
              disabled={disabled}
              label={words.leave(nameOf(line.candidateId))}
              onPress={() => change({ order: order.filter((entry) => entry.candidateId !== line.candidateId) })}
            >
              {words.leaveShort}
            </Button>
          </span>
        ),
    },
  ];
  return (
    <Section
      level={3}
      title={words.order}
      intro={words.orderHint}
      actions={
        disabled || order.length < 2 ? undefined : (
          <>
            {several ? (
              <Button size="small" onPress={() => change({ order: order.map((entry, rank) => ({ ...entry, room: rank % rooms.length })) })}>
                {words.spread}
              </Button>
            ) : null}
            <Button size="small" onPress={alphabetical}>
              {words.alphabetical}
            </Button>
            <Button size="small" onPress={() => void props.draw().then(() => setSaid(words.drawn))}>
              {words.draw}
            </Button>
          </>
        )
      }
    >
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {order.length === 0 ? (
        <EmptyState
          title={words.nobody}
          actions={
            session === null ? undefined : (
              <Button onPress={() => go({ kind: 'prepare', sessionId: session.id, section: 'dossiers' })}>{words.nobodyAct}</Button>
            )
          }
        >
          {words.nobodyText}
        </EmptyState>
      ) : (
        <DataTable
          dense
          caption={words.order}
          columns={columns}
          rows={lines}
          keyOf={(line) => (line.kind === 'pause' ? `${line.label} ${line.startsAt}` : line.candidateId)}
        />
      )}
    </Section>
  );
};
