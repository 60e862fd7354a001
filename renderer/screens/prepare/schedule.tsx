import { useState, type ReactNode } from 'react';
import { scheduleFields, type ScheduleFields } from '../../../domain/schedule.ts';
import type { ScheduleLaid, ScheduleView } from '../../../domain/schedule-view.ts';
import type { SessionView } from '../../../domain/view.ts';
import { formatClock, scheduleWords as words } from '../../../words/schedule.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { DayParameters, RoomsAndPauses } from './schedule-day.tsx';
import { ScheduleOrder } from './schedule-order.tsx';
import { SchedulePrint } from './schedule-print.tsx';
import styles from './schedule.module.css';

const nothing: ScheduleLaid = { slotMinutes: 0, lines: [], remarks: [] };

const sayRemark = (remark: ScheduleLaid['remarks'][number], fields: ScheduleFields, view: ScheduleView): string => {
  switch (remark.kind) {
    case 'pastEnd':
      return words.remarks.pastEnd(formatClock(remark.endsAt), (fields.endsBy ?? '').replace(/^0?(\d+):/, '$1\u00A0h\u00A0'));
    case 'pastMidnight':
      return words.remarks.pastMidnight;
    case 'nothingPlanned':
      return words.remarks.nothingPlanned(remark.candidateIds.map((id) => view.candidates.find((each) => each.id === id)?.name ?? ''));
  }
};

/** Candidates who are not placed: passed on another day, taken out, or with nothing to pass. */
const Out = (props: {
  readonly view: ScheduleView;
  readonly fields: ScheduleFields;
  readonly disabled: boolean;
  readonly place: (order: ScheduleFields['order']) => void;
}): ReactNode => {
  const { fields } = props;
  const out = props.view.candidates.filter(({ id }) => !fields.order.some((entry) => entry.candidateId === id));
  if (out.length === 0) return null;
  return (
    <Section level={3} title={words.out}>
      <ul className={styles['out']}>
        {out.map(({ id, name, number, minutes, elsewhere }) => (
          <li key={id}>
            <span>
              {name} <span className={styles['number']}>{number}</span> ·{' '}
              <span className={styles['muted']}>{minutes === 0 ? words.outNothing : elsewhere === null ? words.outReady : words.outElsewhere(elsewhere)}</span>
            </span>
            {minutes === 0 ? null : (
              <Button
                kind="quiet"
                size="small"
                disabled={props.disabled}
                label={words.place(name)}
                onPress={() => props.place([...fields.order, { candidateId: id, room: 0 }])}
              >
                {words.placeShort}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Editor = (props: { readonly session: SessionView; readonly view: ScheduleView; readonly onSaved: () => Promise<void> }): ReactNode => {
  const { session, view } = props;
  const { id: sessionId, phase } = session;
  const disabled = phase !== 'preparing' && phase !== 'open';
  const [fields, setFields] = useState<ScheduleFields>(view.fields);
  const [laid, setLaid] = useState<ScheduleLaid>(nothing);
  const { run, busy, failure } = useWrite();
  const parsed = scheduleFields.safeParse(fields);
  const { reading } = useRead('schedule.preview', parsed.success ? { sessionId, fields: parsed.data } : null);
  // What was laid out stays while the next is asked for: nothing jumps under the hand.
  if (reading.kind === 'ready' && reading.value !== laid) setLaid(reading.value);
  const change = (part: Partial<ScheduleFields>): void => setFields((before) => ({ ...before, ...part }));
  const dirty = JSON.stringify(fields) !== JSON.stringify(view.fields);
  const save = async (): Promise<void> => {
    if (!parsed.success) return;
    const saved = await run('schedule.save', { sessionId, fields: parsed.data });
    if (saved.ok) await props.onSaved();
  };
  const draw = async (): Promise<void> => {
    const drawn = await run('schedule.draw', { sessionId, order: fields.order });
    if (drawn.ok) change({ order: drawn.value.order });
  };
  const day = { fields, disabled, change };
  return (
    <div className={styles['day']}>
      <Section
        title={words.title}
        intro={words.intro}
        actions={
          disabled ? undefined : (
            <Button
              kind="primary"
              busy={busy}
              disabled={!parsed.success || (view.saved && !dirty && !view.changed)}
              describedBy="schedule-saved"
              onPress={() => void save()}
            >
              {words.save}
            </Button>
          )
        }
      >
        <p id="schedule-saved" className={styles['muted']}>
          {phase === 'open' ? words.saveHintOpen : words.saveHint}
        </p>
        <FailureNotice failure={failure} />
        {view.changed ? (
          <Notice kind="warning" title={words.changed}>
            <p>{words.changedText}</p>
          </Notice>
        ) : null}
        {view.saved && !dirty && !view.changed ? <Notice kind="success" title={words.saved} /> : null}
        {laid.remarks.map((remark) => (
          <Notice key={remark.kind} kind="warning" title={sayRemark(remark, fields, view)} />
        ))}
        <Stack gap="large">
          <DayParameters {...day} slot={laid.lines.some(({ kind }) => kind === 'slot') ? laid.slotMinutes : null} />
          <RoomsAndPauses {...day} />
          <ScheduleOrder {...day} lines={laid.lines} candidates={view.candidates} draw={draw} />
          <Out view={view} fields={fields} disabled={disabled} place={(order) => change({ order })} />
          <SchedulePrint sessionId={sessionId} saved={view.saved} dirty={dirty} door={fields.door} disabled={disabled} onDoor={(door) => change({ door })} />
        </Stack>
      </Section>
    </div>
  );
};

/** The schedule of the day: order, pauses, rooms or links, in slots of one length so that no duration tells. */
export const Schedule = ({ session }: { readonly session: SessionView }): ReactNode => {
  const { reading, reload } = useRead('schedule.get', { sessionId: session.id });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(view) => <Editor session={session} view={view} onSaved={reload} />}
    </Loaded>
  );
};
