import { useEffect, useState, type ReactNode } from 'react';
import { Lightbulb, X } from 'lucide-react';
import { nextHint, tableOf, type Hint, type HintStage } from '../../domain/hint.ts';
import type { SessionId } from '../../domain/ids.ts';
import { hintSentence, hintWords } from '../../words/hint.ts';
import { ask } from '../bridge.ts';
import { useRead } from '../store/request.ts';
import { useStore } from '../store/store.ts';
import styles from './hint.module.css';

/** The draft of the demonstration that keeps which stages are shown without a hint: the page is replaced at each turn. */
const key = 'hints';

const useHidden = (sessionId: SessionId): readonly [readonly string[] | null, (stage: HintStage) => void] => {
  const [hidden, setHidden] = useState<readonly string[] | null>(null);
  useEffect(() => {
    void ask('draft.get', { sessionId, key }).then((kept) => setHidden(kept.ok && kept.value.text !== '' ? kept.value.text.split(' ') : []));
  }, [sessionId]);
  const hide = (stage: HintStage): void => {
    const all = [...(hidden ?? []), stage];
    setHidden(all);
    void ask('draft.save', { sessionId, key, text: all.join(' ') });
  };
  return [hidden, hide];
};

/** One hint, and the button that puts it away. */
export const HintShown = (props: { readonly hint: Hint; readonly onHide: () => void }): ReactNode => (
  <div className={styles['hint']}>
    <Lightbulb aria-hidden className={styles['icon']} />
    <p role="status" data-hint={props.hint.kind}>
      <strong>{hintWords.try}</strong> {hintSentence(props.hint)}
    </p>
    <button type="button" className={styles['hide']} title={hintWords.hide} onClick={props.onHide}>
      <X aria-hidden />
    </button>
  </div>
);

/** What to try next in the demonstration: one quiet line over each stage, read again after every act, said once each time it changes; never in a real session. */
const HintLine = (props: { readonly sessionId: SessionId; readonly stage: HintStage }): ReactNode => {
  const { sessionId, stage } = props;
  const savedAt = useStore((state) => state.savedAt);
  const progress = useStore((state) => state.progress);
  const phase = useStore((state) => state.session?.phase);
  const [hidden, hide] = useHidden(sessionId);
  const again = `${savedAt} ${phase} ${stage} ${progress?.decided}`;
  const sitting = useRead('sitting.get', { sessionId }, again).reading;
  const line = sitting.kind === 'ready' && sitting.value.phase === 'open' ? tableOf(sitting.value) : null;
  const table = useRead('sitting.candidate', line === null ? null : { sessionId, candidateId: line.id }, again).reading;
  const closed = sitting.kind === 'ready' && sitting.value.phase === 'closed';
  const signing = useRead('minute.signing', closed ? { sessionId } : null, again).reading;
  if (sitting.kind !== 'ready' || hidden === null || hidden.includes(stage)) return null;
  if (line !== null && table.kind !== 'ready') return null;
  const hint = nextHint({
    stage,
    sitting: sitting.value,
    table: line !== null && table.kind === 'ready' ? table.value : null,
    signing: signing.kind === 'ready' ? signing.value : null,
  });
  return <HintShown hint={hint} onHide={() => hide(stage)} />;
};

/** The hint of the place one is in, in the demonstration alone. */
export const DemonstrationHint = (): ReactNode => {
  const screen = useStore((state) => state.screen);
  const demonstration = useStore((state) => state.store?.demonstration === true && state.session?.demonstration === true);
  if (!demonstration || !('sessionId' in screen) || screen.kind === 'turn' || screen.kind === 'notes') return null;
  return <HintLine key={screen.sessionId} sessionId={screen.sessionId} stage={screen.kind} />;
};
