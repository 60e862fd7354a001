import type { ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import type { SittingLine, SittingView } from '../../../domain/view.ts';
import { roomWords } from '../../../words/deliberate.ts';
import { Button } from '../../parts/button.tsx';
import { nameMember, nameMembers } from './names.ts';
import styles from './room-change.module.css';

/** Who leaves and who comes back before the next candidate; null when the room stays as it is. */
export const roomChange = (sitting: SittingView, away: readonly JurorId[], line: SittingLine) => {
  const present = (id: JurorId): boolean => sitting.members.some((member) => member.juror.id === id && member.present);
  const leaving = line.mustLeave.filter((id) => !away.includes(id));
  const returning = away.filter((id) => !line.mustLeave.includes(id) && present(id));
  return leaving.length === 0 && returning.length === 0 ? null : { leaving, returning };
};

/** A calm stop between two candidates when the room must change; nothing of the next dossier is shown before. */
export const RoomChange = (props: {
  readonly sitting: SittingView;
  readonly line: SittingLine;
  readonly leaving: readonly JurorId[];
  readonly returning: readonly JurorId[];
  readonly onDone: () => void;
}): ReactNode => {
  const { sitting, line, leaving, returning } = props;
  const { members } = sitting;
  const substitutes = line.recusals.flatMap((recusal) => (leaving.includes(recusal.jurorId) && recusal.substitute !== null ? [recusal.substitute] : []));
  return (
    <section className={styles['room']} aria-labelledby="room-change">
      <p className={styles['why']}>{roomWords.why(line.name)}</p>
      <h1 id="room-change" className={styles['title']}>
        {leaving.length > 0 ? roomWords.leaves(nameMembers(members, leaving)) : roomWords.returns(nameMembers(members, returning))}
      </h1>
      {leaving.length > 0 && returning.length > 0 ? <p className={styles['text']}>{roomWords.returns(nameMembers(members, returning))}</p> : null}
      {substitutes.map((id) => (
        <p key={id} className={styles['text']}>
          {roomWords.sits(nameMember(members, id))}
        </p>
      ))}
      {leaving.length > 0 ? <p className={styles['why']}>{roomWords.explain}</p> : null}
      <div className={styles['act']}>
        <Button kind="primary" size="large" autoFocus onPress={props.onDone}>
          {roomWords.done}
        </Button>
      </div>
    </section>
  );
};
