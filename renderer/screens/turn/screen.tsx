import { useEffect, useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/notice.tsx';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { OpinionForm } from './opinion-form.tsx';
import { PassScreen } from './pass.tsx';
import { useRoom } from './room.ts';
import styles from './turn.module.css';

type Place = Extract<Screen, { kind: 'turn' }>;
type Begun = RequestOutput<'turn.begin'>;

/** One member's turn, from the code to the recorded opinion; everything it holds goes away with it. */
const Turn = (props: { readonly place: Place }): ReactNode => {
  const { place } = props;
  const { room, failure } = useRoom(place);
  const [begun, setBegun] = useState<Begun | null>(null);
  const go = useStore((state) => state.go);
  const token = begun?.turn;
  useEffect(() => {
    if (token === undefined) return undefined;
    return () => void ask('turn.leave', { turn: token });
  }, [token]);
  const back = (): void => go({ kind: 'deliberate', sessionId: place.sessionId, candidateId: place.candidateId, block: place.block });
  const next = room?.seats.find((seat) => !seat.recorded && seat.id !== place.jurorId);
  const after: Screen =
    next === undefined
      ? { kind: 'deliberate', sessionId: place.sessionId, candidateId: place.candidateId, block: place.block }
      : { ...place, jurorId: next.id };
  return (
    <main id="content" className={styles['turn']} tabIndex={-1}>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {room !== null && begun === null ? <PassScreen place={place} room={room} onBegun={setBegun} onLeave={back} /> : null}
      {room !== null && begun !== null ? <OpinionForm place={place} room={room} begun={begun} after={after} onLeave={back} /> : null}
    </main>
  );
};

/** The turn of one member: a fresh state for each, so that nothing passes from one to the next. */
const TurnScreen = (props: { readonly screen: Place }): ReactNode => (
  <Turn key={`${props.screen.candidateId} ${props.screen.block} ${props.screen.jurorId}`} place={props.screen} />
);

export default TurnScreen;
