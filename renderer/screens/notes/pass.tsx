import { useState, type ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import { noteWords } from '../../../words/note.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { passWords } from '../../../words/turn.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { CodeForm } from '../../parts/code-form.tsx';
import { DemonstrationBadge } from '../../parts/demonstration.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
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
  const { run, busy, failure, clear } = useWrite();
  const open = async (pin: string): Promise<void> => {
    if (jurorId === '') return;
    const answer = await run('note.open', { sessionId: place.sessionId, candidateId: place.candidateId, jurorId, pin });
    if (answer.ok) props.onOpened(answer.value.key, jurorId);
  };
  return (
    <div className={styles['pass']}>
      <div className={styles['corner']}>
        <DemonstrationBadge />
      </div>
      <h1 className={styles['passTitle']}>{noteWords.passTitle}</h1>
      <p className={styles['where']}>{passWords.where(room.candidate, shortBlock(place.block))}</p>
      <CodeForm
        className={styles['code'] ?? ''}
        act={noteWords.open}
        busy={busy}
        ready={jurorId !== ''}
        onTyped={clear}
        onCode={open}
        beside={(tried) => (
          <Select
            label={noteWords.member}
            value={jurorId}
            options={room.seats.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setJurorId}
            error={tried && jurorId === '' ? noteWords.memberMissing : null}
          />
        )}
      />
      <FailureNotice failure={failure} />
      <p className={styles['muted']}>{noteWords.passText}</p>
      <Button kind="quiet" onPress={props.onLeave}>
        {noteWords.leave}
      </Button>
    </div>
  );
};
