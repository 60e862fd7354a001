import { useState, type ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import { actWords } from '../../../words/act.ts';
import { noteWords } from '../../../words/note.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { fieldWords } from '../../../words/screens.ts';
import { passWords } from '../../../words/turn.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DemonstrationBadge } from '../../parts/demonstration.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { isPin, PinField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import type { Screen } from '../../store/screen.ts';
import type { Room } from '../turn/room.ts';
import styles from './notes.module.css';

/** Who reads, a code, nothing else. */
export const NotesPass = (props: {
  readonly place: Extract<Screen, { kind: 'notes' }>;
  readonly room: Room;
  readonly onOpened: (key: string, jurorId: JurorId) => void;
  readonly onLeave: () => void;
}): ReactNode => {
  const { place, room } = props;
  const [jurorId, setJurorId] = useState<JurorId | ''>('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, failure, clear } = useWrite();
  const open = async (): Promise<void> => {
    setTried(true);
    if (jurorId === '' || !isPin(pin)) return;
    const answer = await run('note.open', { sessionId: place.sessionId, candidateId: place.candidateId, jurorId, pin });
    setPin('');
    setTried(false);
    if (answer.ok) props.onOpened(answer.value.key, jurorId);
  };
  return (
    <div className={styles['pass']}>
      <div className={styles['corner']}>
        <DemonstrationBadge />
      </div>
      <h1 className={styles['passTitle']}>{noteWords.passTitle}</h1>
      <p className={styles['where']}>{passWords.where(room.candidate, shortBlock(place.block))}</p>
      <form
        className={styles['code']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Select
          label={noteWords.member}
          value={jurorId}
          options={room.seats.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setJurorId}
          error={tried && jurorId === '' ? noteWords.memberMissing : null}
        />
        <PinField
          label={fieldWords.pin}
          value={pin}
          onChange={(value) => {
            setPin(value);
            clear();
          }}
          error={tried && !isPin(pin) ? actWords.pinMissing : null}
        />
        <Button kind="primary" size="large" type="submit" busy={busy}>
          {noteWords.open}
        </Button>
      </form>
      <FailureNotice failure={failure} />
      <p className={styles['muted']}>{noteWords.passText}</p>
      <Button kind="quiet" onPress={props.onLeave}>
        {noteWords.leave}
      </Button>
    </div>
  );
};
