import { Fragment, useEffect, useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { importPage, type ImportRow, type ImportState, type ImportView } from '../../../domain/import.ts';
import { differenceWord, importFieldWord, importWords, problemOnRow } from '../../../words/import-screen.ts';
import { formatNumber } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useRead } from '../../store/request.ts';
import styles from './import.module.css';

type Show = ImportState | 'all';

const tones = { added: 'success', changed: 'accent', unchanged: 'neutral', faulty: 'danger' } as const;

const saidOf = (row: ImportRow): readonly string[] => (row.state === 'faulty' ? row.problems.map(problemOnRow) : row.differences.map(differenceWord));

const Rows = ({ view, rows }: { readonly view: ImportView; readonly rows: readonly ImportRow[] }): ReactNode => (
  <div className={styles['scroll']} tabIndex={0} role="group" aria-label={importWords.rowsCaption}>
    <table className={styles['rows']}>
      <caption className="visually-hidden">{importWords.rowsCaption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles['line']}>
            {importWords.lineHead}
          </th>
          <th scope="col">{importWords.stateHead}</th>
          {view.shown.map((field) => (
            <th key={field} scope="col">
              {importFieldWord(field)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const said = saidOf(row);
          const faulty = new Set(row.problems.map(({ column }) => column));
          return (
            <Fragment key={row.line}>
              <tr className={styles['row']}>
                <th scope="row" className={styles['line']}>
                  {formatNumber(row.line)}
                </th>
                <td>
                  <Badge tone={tones[row.state]}>{importWords.states[row.state]}</Badge>
                </td>
                {row.cells.map((cell, place) => (
                  <td key={view.shown[place]} className={faulty.has(view.shown[place] ?? '') ? styles['faulty'] : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
              {said.length === 0 ? null : (
                <tr>
                  <td />
                  <td colSpan={view.shown.length + 1} className={row.state === 'faulty' ? styles['why'] : styles['changes']}>
                    <ul>
                      {said.map((text) => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  </div>
);

const Page = (props: { readonly sessionId: SessionId; readonly view: ImportView; readonly show: Show }): ReactNode => {
  const { sessionId, view, show } = props;
  const [page, setPage] = useState(0);
  const { reading, reload } = useRead('import.rows', { sessionId, handle: view.handle, show, page }, view);
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {({ rows, total }) => (
        <>
          <Rows view={view} rows={rows} />
          <Pages page={page} size={importPage} total={total} onPage={setPage} />
        </>
      )}
    </Loaded>
  );
};

/** The rows of a file by page, each with its own problems or what it changes under it. */
export const ImportRows = ({ sessionId, view }: { readonly sessionId: SessionId; readonly view: ImportView }): ReactNode => {
  const { counts } = view;
  const total = counts.added + counts.changed + counts.unchanged + counts.faulty;
  const first: Show = counts.faulty > 0 ? 'faulty' : 'all';
  const [show, setShow] = useState<Show>(first);
  useEffect(() => setShow(first), [first, view]);
  const shows = (['faulty', 'all', 'changed', 'added', 'unchanged'] as const).filter((key) => key === 'all' || counts[key] > 0);
  return (
    <Tabs
      label={importWords.filter}
      selected={shows.includes(show) ? show : 'all'}
      onSelect={setShow}
      tabs={shows.map((key) => ({
        key,
        label: `${importWords.filters[key]} (${formatNumber(key === 'all' ? total : counts[key])})`,
        content: <Page key={key} sessionId={sessionId} view={view} show={key} />,
      }))}
    />
  );
};
