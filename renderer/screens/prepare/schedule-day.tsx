import type { ReactNode } from 'react';
import { Plus } from 'lucide-react';
import type { ScheduleFields } from '../../../domain/schedule.ts';
import { scheduleWords as words } from '../../../words/schedule.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { ClockField } from '../../parts/clock-field.tsx';
import { Fields, Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import styles from './schedule.module.css';

/** A schedule being typed, and the way to change a part of it. */
export interface DayProps {
  readonly fields: ScheduleFields;
  readonly disabled: boolean;
  readonly change: (part: Partial<ScheduleFields>) => void;
}

const whole = (text: string): number => Math.floor(Number(text)) || 0;
const at = <Item,>(items: readonly Item[], rank: number, part: Partial<Item>): Item[] =>
  items.map((each, place) => (place === rank ? { ...each, ...part } : each));
const without = <Item,>(items: readonly Item[], rank: number): Item[] => items.filter((_, place) => place !== rank);

/** When the day begins and should end, and the margin of each slot, with the length that results. */
export const DayParameters = (props: DayProps & { readonly slot: number | null }): ReactNode => {
  const { fields, disabled, change, slot } = props;
  return (
    <Section level={3} title={words.parameters}>
      <Fields columns={3}>
        <ClockField
          label={words.startsAt}
          hint={words.startsAtHint}
          value={fields.startsAt}
          error={words.timeUnknown}
          disabled={disabled}
          onChange={(startsAt) => change({ startsAt })}
        />
        <ClockField
          label={words.endsBy}
          hint={words.endsByHint}
          optional
          value={fields.endsBy ?? ''}
          error={words.timeUnknown}
          disabled={disabled}
          onChange={(endsBy) => change({ endsBy: endsBy === '' ? null : endsBy })}
        />
        <TextField
          label={words.margin}
          hint={words.marginHint}
          type="number"
          short
          min={0}
          max={120}
          value={String(fields.margin)}
          disabled={disabled}
          error={fields.margin > 120 ? words.marginUnknown : null}
          onChange={(margin) => change({ margin: Math.max(0, whole(margin)) })}
        />
      </Fields>
      {slot === null ? null : (
        <div>
          <p className={styles['slot']}>{words.slot(slot)}</p>
          <p className={styles['muted']}>{words.slotHint}</p>
        </div>
      )}
    </Section>
  );
};

/** The rooms or links, and the pauses. */
export const RoomsAndPauses = ({ fields, disabled, change }: DayProps): ReactNode => {
  const { rooms, pauses, order } = fields;
  const removeRoom = (rank: number): void =>
    change({
      rooms: without(rooms, rank),
      order: order.map((entry) => ({ ...entry, room: entry.room === rank ? 0 : entry.room > rank ? entry.room - 1 : entry.room })),
    });
  return (
    <div className={styles['pair']}>
      <Section level={3} title={words.rooms}>
        <div className={styles['rows']}>
          {rooms.map((room, rank) => (
            <div key={rank} role="group" aria-label={words.room(rank + 1)} className={styles['row']}>
              <TextField
                label={words.roomName}
                hideLabel={rank > 0}
                value={room.name}
                maxLength={80}
                disabled={disabled}
                error={room.name.trim() === '' ? words.roomMissing : null}
                onChange={(name) => change({ rooms: at(rooms, rank, { name }) })}
              />
              <TextField
                label={words.roomLink}
                hideLabel={rank > 0}
                optional
                value={room.link}
                maxLength={300}
                disabled={disabled}
                onChange={(link) => change({ rooms: at(rooms, rank, { link }) })}
              />
              {rooms.length > 1 ? (
                <Button kind="quiet" size="small" disabled={disabled} label={words.removeRoom(room.name)} onPress={() => removeRoom(rank)}>
                  {verbs.remove}
                </Button>
              ) : null}
            </div>
          ))}
        </div>
        {rooms.length < 8 && !disabled ? (
          <div>
            <Button size="small" icon={<Plus aria-hidden />} onPress={() => change({ rooms: [...rooms, { name: words.newRoom(rooms.length + 1), link: '' }] })}>
              {words.addRoom}
            </Button>
          </div>
        ) : null}
      </Section>
      <Section level={3} title={words.pauses}>
        <div className={styles['rows']}>
          {pauses.map((pause, rank) => (
            <div key={`${rank}/${pauses.length}`} role="group" aria-label={pause.label} className={[styles['row'], styles['pause']].join(' ')}>
              <TextField
                prose
                label={words.pauseLabel}
                hideLabel={rank > 0}
                value={pause.label}
                maxLength={60}
                disabled={disabled}
                error={pause.label.trim() === '' || pause.minutes < 5 || pause.minutes > 240 ? words.pauseMissing : null}
                onChange={(label) => change({ pauses: at(pauses, rank, { label }) })}
              />
              <ClockField
                label={words.pauseAt}
                hideLabel={rank > 0}
                value={pause.startsAt}
                error={words.timeUnknown}
                disabled={disabled}
                onChange={(startsAt) => change({ pauses: at(pauses, rank, { startsAt }) })}
              />
              <TextField
                label={words.pauseMinutes}
                hideLabel={rank > 0}
                type="number"
                min={5}
                max={240}
                value={String(pause.minutes)}
                disabled={disabled}
                onChange={(minutes) => change({ pauses: at(pauses, rank, { minutes: whole(minutes) }) })}
              />
              <Button
                kind="quiet"
                size="small"
                disabled={disabled}
                label={words.removePause(pause.label)}
                onPress={() => change({ pauses: without(pauses, rank) })}
              >
                {verbs.remove}
              </Button>
            </div>
          ))}
        </div>
        {pauses.length < 8 && !disabled ? (
          <div>
            <Button
              size="small"
              icon={<Plus aria-hidden />}
              onPress={() => change({ pauses: [...pauses, { label: words.newPause, startsAt: '15:30', minutes: 15 }] })}
            >
              {words.addPause}
            </Button>
          </div>
        ) : null}
      </Section>
    </div>
  );
};
