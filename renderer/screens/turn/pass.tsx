import type { ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { passWords } from '../../../words/turn.ts';
import { Button } from '../../parts/button.tsx';
import { CodeForm } from '../../parts/code-form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
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
  const { run, busy, failure, clear } = useWrite();
  const name = room.seats.find((seat) => seat.id === place.jurorId)?.name ?? '';
  const begin = async (pin: string): Promise<void> => {
    const { sessionId, candidateId, block, jurorId } = place;
    const answer = await run('turn.begin', { sessionId, candidateId, block, jurorId, pin });
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
      <CodeForm autoFocus className={styles['code'] ?? ''} act={passWords.begin} busy={busy} onTyped={clear} onCode={begin} />
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
