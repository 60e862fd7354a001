import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { JurorId, PieceId } from '../../../domain/ids.ts';
import { pieceWords } from '../../../words/deliberate.ts';
import { noteWords as words } from '../../../words/note.ts';
import { clockTime } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DemonstrationBadge } from '../../parts/demonstration.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Reader } from '../../parts/reader.tsx';
import { useRead } from '../../store/request.ts';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import type { Room } from '../turn/room.ts';
import { useNotes } from './notes.ts';
import { NotesPanel } from './panel.tsx';
import styles from './notes.module.css';

/** A member alone with the dossier: the piece on one side, the notes on the other. */
export const NotesDesk = (props: {
  readonly place: Extract<Screen, { kind: 'notes' }>;
  readonly room: Room;
  readonly jurorId: JurorId;
  readonly token: string;
  readonly onLeave: () => void;
}): ReactNode => {
  const { place, room, jurorId } = props;
  const { sessionId, candidateId } = place;
  const notes = useNotes(props.token);
  const session = useStore((state) => state.session);
  const { reading } = useRead('dossier.get', { sessionId, candidateId });
  const [pieceId, setPieceId] = useState<PieceId | null>(place.pieceId);
  const [page, setPage] = useState(1);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const pieces = reading.kind === 'ready' ? reading.value.pieces : [];
  const piece = pieces.find(({ id }) => id === pieceId);
  const shown = useRead('piece.view', piece === undefined || piece.reading === 'unreadable' ? null : { sessionId, pieceId: piece.id });
  const block = session?.referential.blocks.find(({ code }) => code === place.block);
  const name = room.seats.find(({ id }) => id === jurorId)?.name ?? '';
  return (
    <div className={styles['desk']}>
      <header className={styles['head']}>
        <div>
          <h1 ref={title} tabIndex={-1} className={styles['deskTitle']}>
            {words.title(name)}
          </h1>
          <p className={styles['muted']}>
            {room.candidate} · <strong>{words.private}</strong>
          </p>
        </div>
        <div className={styles['headEnd']}>
          <span role="status" className={styles['muted']}>
            {notes.savedAt === null ? '' : words.saved(clockTime(notes.savedAt))}
          </span>
          <DemonstrationBadge />
          <Button kind="primary" onPress={props.onLeave}>
            {words.close}
          </Button>
        </div>
      </header>
      <FailureNotice failure={notes.failure} />
      <div className={styles['columns']}>
        <div className={styles['reading']}>
          <Select
            label={words.pieceList}
            hideLabel
            placeholder={words.choose}
            value={piece?.id ?? ''}
            options={pieces.map((entry) => ({ value: entry.id, label: `${pieceWords[entry.kind]} · ${entry.title}` }))}
            onChange={(id) => {
              setPage(1);
              setPieceId(id);
            }}
          />
          {piece === undefined ? (
            <EmptyState title={pieces.length === 0 ? words.noPiece : words.choose}>{pieces.length === 0 ? words.noPieceText : words.chooseText}</EmptyState>
          ) : null}
          {piece?.reading === 'unreadable' ? <Notice kind="warning">{words.unreadable}</Notice> : null}
          {piece === undefined || piece.reading === 'unreadable' ? null : (
            <Loaded reading={shown.reading} retry={() => void shown.reload()}>
              {({ view }) => <Reader key={view} view={view} title={piece.title} kept={`${jurorId} ${piece.id}`} onPage={setPage} />}
            </Loaded>
          )}
        </div>
        <div className={styles['side']}>
          <p className={styles['access']}>{notes.notes === null || notes.open ? words.access : words.closed}</p>
          {block === undefined || notes.notes === null ? null : <NotesPanel notes={notes} pieceId={piece?.id ?? null} page={page} block={block} />}
        </div>
      </div>
    </div>
  );
};
