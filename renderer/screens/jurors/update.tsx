import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { JurorFileLine } from '../../../domain/juror-file.ts';
import { jurorFileWords as words } from '../../../words/juror-file.ts';
import { formatDay } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './jurors.module.css';

/** The sessions in preparation that say something else than the directory, with what would change in each. */
export const UpdateDialog = (props: {
  readonly file: JurorFileLine;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const seats = props.file.seats.filter((seat) => seat.differences.length > 0);
  const { busy, failure, run } = useWrite();
  const [left, setLeft] = useState<ReadonlySet<SessionId>>(new Set());
  const chosen = seats.map((seat) => seat.sessionId).filter((id) => !left.has(id));
  const choose = (id: SessionId, on: boolean): void => setLeft(new Set(on ? [...left].filter((each) => each !== id) : [...left, id]));
  const update = async (): Promise<void> => {
    const updated = await run('jurorFile.updateSeats', { fileId: props.file.id, sessionIds: chosen });
    if (updated.ok) props.onDone();
  };
  return (
    <Dialog
      title={words.updateTitle(props.name)}
      open
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{words.keep}</Button>
          {chosen.length === 0 ? null : (
            <Button kind="primary" busy={busy} onPress={() => void update()}>
              {words.update(chosen.length)}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['form']}>
        <p>{words.updateIntro}</p>
        {seats.map((seat) => (
          <div key={seat.sessionId} className={styles['update']}>
            <Checkbox label={`${seat.number}, ${formatDay(seat.heldOn)}`} checked={!left.has(seat.sessionId)} onChange={(on) => choose(seat.sessionId, on)} />
            <ul>
              {seat.differences.map(({ field, here, directory }) => (
                <li key={field}>{words.difference(field, here, directory)}</li>
              ))}
            </ul>
          </div>
        ))}
        <FailureNotice failure={failure} />
      </div>
    </Dialog>
  );
};
