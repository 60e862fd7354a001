import type { ReactNode } from 'react';
import type { NoteSubject } from '../../../domain/note.ts';
import type { CandidateId, SessionId } from '../../../domain/ids.ts';
import { noteWords as words } from '../../../words/note.ts';
import { useRead } from '../../store/request.ts';
import { shortCompetency } from '../../../words/dossier.ts';
import styles from './turn.module.css';

/** What the member noted alone on this dossier, folded until asked for; read with the turn, gone with it. */
export const OwnNotes = (props: { readonly turn: string; readonly sessionId: SessionId; readonly candidateId: CandidateId }): ReactNode => {
  const { reading } = useRead('note.list', { key: props.turn });
  const dossier = useRead('dossier.get', { sessionId: props.sessionId, candidateId: props.candidateId });
  const notes = reading.kind === 'ready' ? reading.value.notes : [];
  const pieces = dossier.reading.kind === 'ready' ? dossier.reading.value.pieces : [];
  const nameOf = (subject: NoteSubject): string => {
    if (subject.kind === 'competency') return shortCompetency(subject.competency);
    const title = pieces.find(({ id }) => id === subject.pieceId)?.title ?? words.pieces;
    return subject.page === null ? title : `${title}, ${words.pageShort(subject.page).toLocaleLowerCase('fr')}`;
  };
  return (
    <details className={styles['competencies']}>
      <summary>{words.mine}</summary>
      {notes.length === 0 ? <p className={styles['muted']}>{words.none}</p> : null}
      <dl className={styles['notes']}>
        {notes.map(({ subject, text }, rank) => (
          <div key={rank}>
            <dt>{nameOf(subject)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
