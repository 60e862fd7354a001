import { memo, useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { answersFind, fewLines } from '../../../domain/find.ts';
import type { CandidateId } from '../../../domain/ids.ts';
import type { SittingView } from '../../../domain/view.ts';
import { deliberateWords, lineWords } from '../../../words/deliberate.ts';
import { findWords } from '../../../words/find.ts';
import { blockSaid, type BlockKind } from '../../../words/outcome.ts';
import { FindField } from '../../parts/find-field.tsx';
import { useGrowing } from '../../parts/growing.ts';
import { Mark } from '../../parts/mark.tsx';
import { nameMembers } from './names.ts';
import styles from './candidates.module.css';

interface LineProps {
  readonly id: CandidateId;
  readonly here: boolean;
  readonly name: string;
  /** The state of each block, in order: "RNCP36912BC01 validated", one a line; a text, so that a line that says the same is not drawn again. */
  readonly blocks: string;
  readonly state: string;
  readonly leave: string;
  readonly onChoose: (id: CandidateId) => void;
}

/** One candidate, drawn again only when what it says has changed. */
const Line = memo((props: LineProps): ReactNode => {
  const { id, here, onChoose } = props;
  const chosen = useRef<HTMLButtonElement>(null);
  // In a recent Chromium scrollIntoView gives a promise: it must not become the effect's cleanup.
  useEffect(() => void (here && chosen.current?.scrollIntoView({ block: 'nearest' })), [here]);
  const blocks = props.blocks.split('\n').map((block) => block.split(' ') as [string, BlockKind]);
  return (
    <li>
      <button
        ref={chosen}
        type="button"
        className={[styles['line'], blocks.length > 4 ? styles['many'] : '', blocks.length > 12 ? styles['more'] : ''].join(' ')}
        aria-current={here ? 'true' : undefined}
        onClick={() => onChoose(id)}
      >
        <span className={styles['name']}>{props.name}</span>
        <span className={styles['marks']}>
          {blocks.map(([code, state]) => (
            <Mark key={code} state={state} show="shape" label={`, ${blockSaid(code, state)}`} />
          ))}
        </span>
        <span className={styles['state']}>{props.state}</span>
        {props.leave === '' ? null : <span className={styles['leave']}>{props.leave}</span>}
      </button>
    </li>
  );
});

/** The candidates in the order of the day: name, the marks of the blocks, what is decided, who must leave. */
export const Candidates = (props: {
  readonly sitting: SittingView;
  readonly current: CandidateId | null;
  readonly onChoose: (id: CandidateId) => void;
}): ReactNode => {
  const { candidates, members } = props.sitting;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const id = useId();
  const found = typed.trim() === '' ? candidates : candidates.filter((line) => answersFind(`${line.number} ${line.name}`, typed));
  const lines = useGrowing(
    found,
    found.findIndex(({ id }) => id === props.current),
  );
  const latest = useRef(props.onChoose);
  latest.current = props.onChoose;
  const choose = useCallback((chosen: CandidateId) => {
    setOpen(false);
    latest.current(chosen);
  }, []);
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <nav className={[styles['candidates'], open || typed.trim() !== '' ? styles['open'] : ''].join(' ')} aria-label={deliberateWords.candidates}>
      <h2 className={styles['title']}>{deliberateWords.candidates}</h2>
      {candidates.length <= fewLines ? null : (
        <FindField label={findWords.candidates} value={typed} onChange={setTyped} found={found.length} total={candidates.length} />
      )}
      <button type="button" className={styles['fold']} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon aria-hidden />
        {deliberateWords.candidateList(candidates.length)}
      </button>
      <ol id={id} className={styles['list']}>
        {lines.map((line) => (
          <Line
            key={line.id}
            id={line.id}
            here={line.id === props.current}
            name={line.name}
            blocks={line.blocks.map(({ code, state }) => `${code} ${state.kind}`).join('\n')}
            state={lineWords(line.outcome, line.presence)}
            leave={line.mustLeave.length === 0 ? '' : deliberateWords.mustLeave(nameMembers(members, line.mustLeave))}
            onChoose={choose}
          />
        ))}
      </ol>
    </nav>
  );
};
