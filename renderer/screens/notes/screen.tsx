import { useState, type ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import { FailureNotice } from '../../parts/notice.tsx';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { useRoom } from '../turn/room.ts';
import { NotesDesk } from './desk.tsx';
import { NotesPass } from './pass.tsx';
import styles from './notes.module.css';

/** A member’s private reading, from the code to the closing; everything it holds goes away with it. */
const Notes = (props: { readonly screen: Extract<Screen, { kind: 'notes' }> }): ReactNode => {
  const { screen } = props;
  const { room, failure } = useRoom(screen);
  const [opened, setOpened] = useState<{ readonly token: string; readonly jurorId: JurorId } | null>(null);
  const go = useStore((state) => state.go);
  const leave = (): void => go({ kind: 'deliberate', sessionId: screen.sessionId, candidateId: screen.candidateId, block: screen.block });
  return (
    <main id="content" className={styles[opened === null ? 'alone' : 'full']} tabIndex={-1}>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {room !== null && opened === null ? (
        <NotesPass place={screen} room={room} onOpened={(token, jurorId) => setOpened({ token, jurorId })} onLeave={leave} />
      ) : null}
      {room !== null && opened !== null ? <NotesDesk place={screen} room={room} {...opened} onLeave={leave} /> : null}
    </main>
  );
};

export default Notes;
