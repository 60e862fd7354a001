import { useEffect, useRef, useState, type ReactNode } from 'react';
import { answersFind, fewLines } from '../../../domain/find.ts';
import type { CandidateId } from '../../../domain/ids.ts';
import type { SittingView } from '../../../domain/view.ts';
import { deliberateWords, lineWords } from '../../../words/deliberate.ts';
import { findWords } from '../../../words/find.ts';
import { blockSaid } from '../../../words/outcome.ts';
import { FindField } from '../../parts/find-field.tsx';
import { Mark } from '../../parts/mark.tsx';
import { nameMembers } from './names.ts';
import styles from './candidates.module.css';

/** The candidates in the order of the day: name, the marks of the blocks, what is decided, who must leave. */
export const Candidates = (props: {
  readonly sitting: SittingView;
  readonly current: CandidateId | null;
  readonly onChoose: (id: CandidateId) => void;
}): ReactNode => {
  const { candidates } = props.sitting;
  const [typed, setTyped] = useState('');
  const found = typed.trim() === '' ? candidates : candidates.filter((line) => answersFind(`${line.number} ${line.name}`, typed));
  const chosen = useRef<HTMLButtonElement>(null);
  // In a recent Chromium scrollIntoView gives a promise: it must not become the effect's cleanup.
  useEffect(() => void chosen.current?.scrollIntoView({ block: 'nearest' }), [props.current]);
  return (
    <nav className={styles['candidates']} aria-label={deliberateWords.candidates}>
      <h2 className={styles['title']}>{deliberateWords.candidates}</h2>
      {candidates.length <= fewLines ? null : (
        <FindField label={findWords.candidates} value={typed} onChange={setTyped} found={found.length} total={candidates.length} />
      )}
      <ol className={styles['list']}>
        {found.map((line) => {
          const here = line.id === props.current;
          return (
            <li key={line.id}>
              <button
                ref={here ? chosen : undefined}
                type="button"
                className={[styles['line'], line.blocks.length > 4 ? styles['many'] : ''].join(' ')}
                aria-current={here ? 'true' : undefined}
                onClick={() => props.onChoose(line.id)}
              >
                <span className={styles['name']}>{line.name}</span>
                <span className={styles['marks']}>
                  {line.blocks.map((block) => {
                    const state = block.state.kind;
                    return <Mark key={block.code} state={state} show="shape" label={`, ${blockSaid(block.code, state)}`} />;
                  })}
                </span>
                <span className={styles['state']}>{lineWords(line.outcome, line.presence)}</span>
                {line.mustLeave.length === 0 ? null : (
                  <span className={styles['leave']}>{deliberateWords.mustLeave(nameMembers(props.sitting.members, line.mustLeave))}</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
