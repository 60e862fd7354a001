import { useEffect, useState, type ReactNode } from 'react';
import type { BlockCode, CandidateId, JurorId, SessionId } from '../../../domain/ids.ts';
import type { SittingView } from '../../../domain/view.ts';
import { deliberateWords } from '../../../words/deliberate.ts';
import { verbs } from '../../../words/screens.ts';
import { shortcutWords } from '../../../words/shortcuts.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { shortBlock } from '../../../words/outcome.ts';
import { useRead } from '../../store/request.ts';
import { keepPlace } from '../../store/resume.ts';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { Board } from './board.tsx';
import { Candidates } from './candidates.tsx';
import { useKeys } from './keys.ts';
import { Matrix } from './matrix.tsx';
import { RoomChange, roomChange } from './room-change.tsx';
import { Resumed } from './resumed.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { firstBlock } from './table.ts';
import styles from './deliberate.module.css';

type Place = Extract<Screen, { kind: 'deliberate' }>;
type Selection = { readonly candidateId: CandidateId; readonly block: BlockCode | null };

const awayFor = (sitting: SittingView, id: CandidateId | undefined): readonly JurorId[] => sitting.candidates.find((line) => line.id === id)?.mustLeave ?? [];

/** The block that a candidate is come to by: chosen once, it stays on the table when its decision is recorded. */
const blockFor = (sitting: SittingView, id: CandidateId): BlockCode | null => firstBlock(sitting.candidates.find((line) => line.id === id)?.blocks ?? []);

const isDone = ({ outcome }: SittingView['candidates'][number]): boolean => outcome.kind !== 'undecided';

/** On starting again nobody has confirmed that the room is right: those who must leave are asked to once more, those who were out may come back. */
const startAway = (place: Place, mustLeave: readonly JurorId[]): readonly JurorId[] =>
  place.resumed === undefined ? mustLeave : place.resumed.away.filter((id) => !mustLeave.includes(id));

/** Keeps the place on the disk whenever it changes: a cut comes back to it. */
const useKeptPlace = (sessionId: SessionId, place: Parameters<typeof keepPlace>[1] | null): void => {
  const text = JSON.stringify(place);
  useEffect(() => {
    const kept = JSON.parse(text) as typeof place;
    if (kept !== null) keepPlace(sessionId, kept);
  }, [sessionId, text]);
};

/** The candidates on the left, and what lies on the table; keys to go from one to the other. */
const Sitting = (props: { readonly place: Place; readonly sitting: SittingView; readonly reload: () => Promise<void> }): ReactNode => {
  const { place, sitting } = props;
  const first = sitting.candidates.find((line) => !isDone(line)) ?? sitting.candidates[0];
  const [selection, setSelection] = useState<Selection | null>(() => {
    const candidateId = place.candidateId ?? first?.id;
    return candidateId === undefined ? null : { candidateId, block: place.block ?? blockFor(sitting, candidateId) };
  });
  // Members already out of the room: those of the candidate one comes back to, nobody on entering.
  const [away, setAway] = useState<readonly JurorId[]>(() => startAway(place, awayFor(sitting, place.candidateId)));
  const [resumed, setResumed] = useState(place.resumed !== undefined);
  const [shown, setShown] = useState<'matrix' | 'shortcuts' | null>(null);
  const setProgress = useStore((state) => state.setProgress);
  const decided = sitting.candidates.filter(isDone).length;
  useEffect(() => setProgress({ decided, candidates: sitting.candidates.length }), [setProgress, decided, sitting.candidates.length]);

  const line = sitting.candidates.find((entry) => entry.id === selection?.candidateId);
  const block = selection?.block ?? null;
  useKeptPlace(place.sessionId, sitting.phase === 'open' && line !== undefined ? { candidateId: line.id, block, away } : null);

  const choose = (candidateId: CandidateId, block?: BlockCode): void => {
    setResumed(false);
    setSelection({ candidateId, block: block ?? blockFor(sitting, candidateId) });
    setShown(null);
  };
  const step = (by: number): void => {
    const here = sitting.candidates.findIndex((line) => line.id === selection?.candidateId);
    const next = sitting.candidates[here + by];
    if (next !== undefined) choose(next.id);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    m: () => setShown('matrix'),
    '?': () => setShown('shortcuts'),
  });

  if (selection === null || line === undefined)
    return (
      <Page title={deliberateWords.title}>
        <EmptyState title={deliberateWords.noCandidate}>{deliberateWords.noCandidateText}</EmptyState>
      </Page>
    );
  const change = sitting.phase === 'open' ? roomChange(sitting, away, line) : null;
  return (
    <div className={styles['screen']}>
      {resumed && change === null ? (
        <Resumed where={[line.name, ...(block === null ? [] : [shortBlock(block)])].join(', ')} onClose={() => setResumed(false)} />
      ) : null}
      <div className={styles['columns']}>
        <Candidates sitting={sitting} current={line.id} onChoose={choose} />
        {change === null ? (
          <Board
            key={line.id}
            sessionId={place.sessionId}
            sitting={sitting}
            line={line}
            block={selection.block}
            readSitting={props.reload}
            choose={choose}
            onMatrix={() => setShown('matrix')}
            onShortcuts={() => setShown('shortcuts')}
          />
        ) : (
          <RoomChange sitting={sitting} line={line} {...change} onDone={() => setAway(line.mustLeave)} />
        )}
      </div>
      <Dialog
        reading={false}
        title={deliberateWords.matrixTitle}
        size={line.blocks.length > 3 ? 'wide' : 'large'}
        open={shown === 'matrix'}
        onClose={() => setShown(null)}
        actions={<Button onPress={() => setShown(null)}>{verbs.close}</Button>}
      >
        <Matrix sitting={sitting} caption={deliberateWords.matrixTitle} here={line.id} onChoose={choose} />
      </Dialog>
      <Dialog
        reading
        title={shortcutWords.title}
        size="small"
        open={shown === 'shortcuts'}
        onClose={() => setShown(null)}
        actions={<Button onPress={() => setShown(null)}>{verbs.close}</Button>}
      >
        <Shortcuts />
      </Dialog>
    </div>
  );
};

/** Délibérer: the candidates, the dossier, the block. */
const Deliberate = (props: { readonly screen: Place }): ReactNode => {
  const { screen } = props;
  const go = useStore((state) => state.go);
  const { reading, reload } = useRead('sitting.get', { sessionId: screen.sessionId });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(sitting) =>
        sitting.phase === 'preparing' ? (
          <Page title={deliberateWords.title}>
            <EmptyState
              title={deliberateWords.notOpen}
              actions={
                <Button kind="primary" onPress={() => go({ kind: 'open', sessionId: screen.sessionId })}>
                  {deliberateWords.goOpen}
                </Button>
              }
            >
              {deliberateWords.notOpenText}
            </EmptyState>
          </Page>
        ) : (
          <Sitting place={screen} sitting={sitting} reload={reload} />
        )
      }
    </Loaded>
  );
};

export default Deliberate;
