import { useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import { actWords } from '../../../words/act.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { fieldWords } from '../../../words/screens.ts';
import { passWords } from '../../../words/turn.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { isPin, PinField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import type { Screen } from '../../store/screen.ts';
import type { Room } from './room.ts';
import styles from './turn.module.css';

/** Whose turn, a code, nothing else. */
export const PassScreen = (props: {
  readonly place: Extract<Screen, { kind: 'turn' }>;
  readonly room: Room;
  readonly onBegun: (turn: RequestOutput<'turn.begin'>) => void;
  readonly onLeave: () => void;
}): ReactNode => {
  const { place, room } = props;
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, failure, clear } = useWrite();
  const name = room.seats.find((seat) => seat.id === place.jurorId)?.name ?? '';
  const begin = async (): Promise<void> => {
    setTried(true);
    if (!isPin(pin)) return;
    const { sessionId, candidateId, block, jurorId } = place;
    const answer = await run('turn.begin', { sessionId, candidateId, block, jurorId, pin });
    setPin('');
    setTried(false);
    if (answer.ok) props.onBegun(answer.value);
  };
  return (
    <div className={styles['pass']}>
      <ul className={styles['seats']} aria-label={passWords.seats}>
        {room.seats.map((seat) => {
          const mine = seat.id === place.jurorId;
          return (
            <li key={seat.id} className={[styles['seat'], mine ? styles['mine'] : ''].join(' ')} aria-current={mine ? 'true' : undefined}>
              <span className={styles['seatName']}>{seat.name}</span>
              <span className={styles['muted']}>{mine ? passWords.seat.yours : seat.recorded ? passWords.seat.recorded : passWords.seat.waiting}</span>
            </li>
          );
        })}
      </ul>
      <h1 className={styles['title']}>
        {passWords.title} <span className={styles['who']}>{name}</span>
      </h1>
      <p className={styles['where']}>{passWords.where(room.candidate, shortBlock(place.block))}</p>
      <form
        className={styles['code']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <PinField
          autoFocus
          label={fieldWords.pin}
          value={pin}
          onChange={(value) => {
            setPin(value);
            clear();
          }}
          error={tried && !isPin(pin) ? actWords.pinMissing : null}
        />
        <Button kind="primary" size="large" type="submit" busy={busy}>
          {passWords.begin}
        </Button>
      </form>
      <div className={styles['failure']}>
        <FailureNotice failure={failure} />
      </div>
      <p className={styles['muted']}>{passWords.private}</p>
      <Button kind="quiet" onPress={props.onLeave}>
        {passWords.leave}
      </Button>
    </div>
  );
};
