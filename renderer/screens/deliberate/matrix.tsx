import type { ReactNode } from 'react';
import type { BlockCode, CandidateId } from '../../../domain/ids.ts';
import type { SittingView } from '../../../domain/view.ts';
import { consequenceOf, deliberateWords } from '../../../words/deliberate.ts';
import { blockWords, shortBlock } from '../../../words/outcome.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Mark } from '../../parts/mark.tsx';
import styles from './matrix.module.css';

/** Candidate × block, in words and marks; each cell leads to its place where `onChoose` is given. */
export const Matrix = (props: {
  readonly sitting: SittingView;
  readonly caption: string;
  readonly onChoose: ((id: CandidateId, block: BlockCode) => void) | null;
  readonly wide?: boolean;
}): ReactNode => {
  const codes = props.sitting.candidates[0]?.blocks.map((block) => block.code) ?? [];
  const show = codes.length > 3 ? 'shape' : props.wide ? 'word' : 'short';
  return (
    <DataTable
      dense
      caption={props.caption}
      rows={props.sitting.candidates}
      keyOf={(line) => line.id}
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
          cell: (line: SittingView['candidates'][number]): ReactNode => {
            const state = line.blocks.find((block) => block.code === code)?.state.kind ?? 'notPresented';
            const { onChoose } = props;
            if (onChoose === null) return <Mark state={state} show={show} />;
            return (
              <button
                type="button"
                className={styles['cell']}
                aria-label={deliberateWords.goTo(line.name, shortBlock(code), blockWords[state].word, show === 'short' ? blockWords[state].short : null)}
                onClick={() => onChoose(line.id, code)}
              >
                <Mark state={state} show={show} />
              </button>
            );
          },
        })),
        { key: 'outcome', head: deliberateWords.outcome, cell: (line) => <span className={styles['outcome']}>{consequenceOf(line.outcome)}</span> },
      ]}
    />
  );
};
