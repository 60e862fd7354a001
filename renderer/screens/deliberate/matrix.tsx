import type { ReactNode } from 'react';
import type { BlockCode, CandidateId } from '../../../domain/ids.ts';
import type { SittingView } from '../../../domain/view.ts';
import { consequenceOf, deliberateWords, lineWords } from '../../../words/deliberate.ts';
import { blockWords, shortBlock, type BlockKind } from '../../../words/outcome.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Mark } from '../../parts/mark.tsx';
import styles from './matrix.module.css';

type Line = SittingView['candidates'][number];

/** As many blocks as words still fit for; beyond, a mark alone tells each, and a legend tells the marks. */
const worded = 3;
/** As many blocks as a window of 1280 holds side by side, a mark each. */
const sideBySide = 12;

const stateOf = (line: Line, code: BlockCode): BlockKind => line.blocks.find((block) => block.code === code)?.state.kind ?? 'notPresented';

/** What each mark of the table means, in the order of the words of the record. */
const Legend = (props: { readonly candidates: readonly Line[] }): ReactNode => {
  const met = new Set(props.candidates.flatMap(({ blocks }) => blocks.map(({ state }) => state.kind)));
  return (
    <ul className={styles['legend']} aria-label={deliberateWords.legend}>
      {(Object.keys(blockWords) as BlockKind[])
        .filter((kind) => met.has(kind))
        .map((kind) => (
          <li key={kind}>
            <Mark state={kind} show="shape" label="" />
            {blockWords[kind].word}
          </li>
        ))}
    </ul>
  );
};

/** Candidate × block, in words and marks; each cell leads to its place where `onChoose` is given. */
export const Matrix = (props: {
  readonly sitting: SittingView;
  readonly caption: string;
  readonly onChoose: ((id: CandidateId, block: BlockCode) => void) | null;
  /** The candidate that one comes from. */
  readonly here?: CandidateId;
  /** Long in a page that scrolls, rather than in a room that it fills. */
  readonly wide?: boolean;
}): ReactNode => {
  const { candidates } = props.sitting;
  const codes = candidates[0]?.blocks.map((block) => block.code) ?? [];
  const many = codes.length > worded;
  const show = many ? 'shape' : props.wide ? 'word' : 'short';
  return (
    <div className={styles['matrix']} {...(props.wide ? {} : { 'data-fills': '' })}>
      {many ? <Legend candidates={candidates} /> : null}
      <DataTable
        dense
        tight={many}
        kept={props.wide && codes.length <= sideBySide ? 'page' : 'room'}
        caption={props.caption}
        rows={candidates}
        keyOf={(line) => line.id}
        {...(props.here === undefined ? {} : { here: props.here })}
        {...(props.onChoose === null ? {} : { grid: { column: 1 } })}
        columns={[
          {
            key: 'candidate',
            head: deliberateWords.candidate,
            rowHead: true,
            cell: (line) => <span className={line.name.length < 28 ? styles['name'] : undefined}>{line.name}</span>,
          },
          ...codes.map((code) => ({
            key: code,
            head: shortBlock(code),
            align: many ? ('center' as const) : ('start' as const),
            ...(many ? { width: 'narrow' as const } : {}),
            holds: true,
            cell: (line: Line, tabIndex: 0 | -1): ReactNode => {
              const state = stateOf(line, code);
              const { onChoose } = props;
              if (onChoose === null) return <Mark state={state} show={show} />;
              return (
                <button
                  type="button"
                  tabIndex={tabIndex}
                  className={[styles['cell'], many ? styles['alone'] : ''].join(' ')}
                  aria-label={deliberateWords.goTo(line.name, shortBlock(code), blockWords[state].word, show === 'short' ? blockWords[state].short : null)}
                  onClick={() => onChoose(line.id, code)}
                >
                  <Mark state={state} show={show} />
                </button>
              );
            },
          })),
          {
            key: 'outcome',
            head: deliberateWords.outcome,
            // Where the marks stand side by side, they say which blocks.
            cell: (line) => <span className={styles['outcome']}>{many ? lineWords(line.outcome, line.presence) : consequenceOf(line.outcome)}</span>,
          },
        ]}
      />
    </div>
  );
};
