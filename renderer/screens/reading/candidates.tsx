import { useMemo, useState, type ReactNode } from 'react';
import type { SessionRecord } from '../../../domain/minute.ts';
import { foldWords } from '../../../domain/name-key.ts';
import { blockSaid, consequenceLine } from '../../../words/outcome.ts';
import { readingCandidateWords as words } from '../../../words/reading.ts';
import { Mark } from '../../parts/mark.tsx';
import { Pages } from '../../parts/pages.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { CandidateTold } from './candidate.tsx';
import { useFound } from './found.ts';
import styles from './reading.module.css';

/** How many candidates one page of the list shows: three hundred stay fluid. */
const size = 40;

/** The candidates of an archive: found by a word, a page at a time, each told in full beside the list. */
export const CandidatesPart = ({ record }: { readonly record: SessionRecord }): ReactNode => {
  const [chosen, setChosen] = useState(record.candidates[0]?.id ?? null);
  const rows = useMemo(
    () =>
      record.candidates.map((candidate) => ({
        candidate,
        folded: foldWords(`${candidate.number} ${candidate.name} ${consequenceLine(candidate.outcome)}`).join(' '),
      })),
    [record],
  );
  const { found, shown: listed, pages, field } = useFound(rows, size);
  const shown = record.candidates.find((candidate) => candidate.id === chosen);
  return (
    <div className={styles['split']}>
      <div className={styles['listed']}>
        <TextField find label={words.search} hint={words.searchHint} {...field} />
        <p role="status" className={styles['muted']}>
          {found.length === 0 ? words.none : words.found(found.length, rows.length)}
        </p>
        <nav aria-label={words.list}>
          <ol className={styles['list']}>
            {listed.map(({ candidate }) => (
              <li key={candidate.id}>
                <button
                  type="button"
                  className={styles['line']}
                  aria-current={candidate.id === chosen ? 'true' : undefined}
                  onClick={() => setChosen(candidate.id)}
                >
                  <span className={styles['lineName']}>
                    {candidate.number} · {candidate.name}
                  </span>
                  <span className={styles['marks']}>
                    {candidate.blocks.map(({ code, state }) => (
                      <Mark key={code} state={state.kind} show="shape" label={`, ${blockSaid(code, state.kind)}`} />
                    ))}
                  </span>
                  <span className={styles['lineState']}>
                    {consequenceLine(candidate.outcome.kind === 'postponed' ? { kind: 'postponed', cause: candidate.outcome.cause } : candidate.outcome)}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles['pager']}>
          <Pages {...pages} />
        </div>
      </div>
      <div className={styles['shown']}>{shown === undefined ? null : <CandidateTold key={shown.id} record={record} candidate={shown} />}</div>
    </div>
  );
};
