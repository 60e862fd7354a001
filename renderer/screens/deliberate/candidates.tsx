import { memo, useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { answersFind, fewLines } from '../../../domain/find.ts';
import type { CandidateId } from '../../../domain/ids.ts';
import type { SittingView } from '../../../domain/view.ts';
import { deliberateWords, lineWords } from '../../../words/deliberate.ts';
import { findWords } from '../../../words/find.ts';
import { blockSaid, countStates, type BlockKind } from '../../../words/outcome.ts';
import { FindField } from '../../parts/find-field.tsx';
import { useLaidRows } from '../../parts/laid-rows.ts';
import { Mark } from '../../parts/mark.tsx';
import { nameMembers } from './names.ts';
import styles from './candidates.module.css';

/** As many marks as are told apart at a glance beside a name; beyond, each state has its mark once, and how many blocks are in it. */
const sideBySide = 4;

interface LineProps {
  readonly id: CandidateId;
  readonly here: boolean;
  readonly name: string;
  /** The state of each block, in order: "RNCP36912BC01 validated", one a line; a text, so that a line that says the same is not drawn again. */
  readonly blocks: string;
  readonly state: string;
  readonly leave: string;
  /** Its place among all, and how many they are: a long list lays some only. */
  readonly index: number;
  readonly total: number;
  /** The empty space before it, in pixels. */
  readonly gap: number;
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
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
    <li
      ref={props.measure}
      data-index={props.index}
      aria-posinset={props.index + 1}
      aria-setsize={props.total}
      style={props.gap > 0 ? { marginTop: props.gap } : undefined}
    >
      <button
        ref={chosen}
        type="button"
        className={[styles['line'], blocks.length > sideBySide ? styles['many'] : ''].join(' ')}
        aria-current={here ? 'true' : undefined}
        onClick={() => onChoose(id)}
      >
        <span className={styles['name']}>{props.name}</span>
        <span className={styles['marks']}>
          {blocks.length > sideBySide
            ? countStates(blocks.map(([, state]) => state)).map(({ kind, count, said }) => (
                <span key={kind} className={styles['count']}>
                  <Mark state={kind} show="shape" label={`, ${said}`} />
                  <span aria-hidden="true">{count}</span>
                </span>
              ))
            : blocks.map(([code, state]) => <Mark key={code} state={state} show="shape" label={`, ${blockSaid(code, state)}`} />)}
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
  const [scroller, list] = [useRef<HTMLDivElement>(null), useRef<HTMLOListElement>(null)];
  const laid = useLaidRows(found, list, { scroller, keyOf: (line) => line.id, tall: 72, at: found.findIndex((line) => line.id === props.current) });
  // A window made larger or a page zoomed lays the list anew: once it is, the candidate on the table is in sight again.
  useEffect(() => {
    let later = 0;
    const show = (): void => {
      clearTimeout(later);
      later = window.setTimeout(() => list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), 200);
    };
    window.addEventListener('resize', show);
    return () => {
      clearTimeout(later);
      window.removeEventListener('resize', show);
    };
  }, []);
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
      <div ref={scroller} id={id} className={styles['list']}>
        <ol ref={list} className={styles['lines']} onFocus={laid.onFocus} style={laid.after > 0 ? { paddingBottom: laid.after } : undefined}>
          {laid.rows.map(({ row: line, index, gap, measure }) => (
            <Line
              key={line.id}
              id={line.id}
              here={line.id === props.current}
              name={line.name}
              blocks={line.blocks.map(({ code, state }) => `${code} ${state.kind}`).join('\n')}
              state={lineWords(line.outcome, line.presence)}
              leave={line.mustLeave.length === 0 ? '' : deliberateWords.mustLeave(nameMembers(members, line.mustLeave))}
              index={index}
              total={found.length}
              gap={gap}
              measure={measure}
              onChoose={choose}
            />
          ))}
        </ol>
      </div>
    </nav>
  );
};
