import { useEffect, useRef, type ReactNode } from 'react';
import { useGrowing } from './growing.ts';
import styles from './data-table.module.css';

/** One column: its head, and what it shows of a row. */
export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** The column that names the row for a screen reader. */
  readonly rowHead?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  readonly width?: 'narrow' | 'wide';
  /** In ordinary weight, where the column that names the row is a sentence. */
  readonly plain?: boolean;
  /** Kept on one line: numbers, codes, dates. */
  readonly whole?: boolean;
}

/** A table that reads as one: caption, heads, a first column that names each row. */
export const DataTable = <Row,>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly showCaption?: boolean;
  readonly dense?: boolean;
  /** Less space between columns, for a table with many controls. */
  readonly tight?: boolean;
  /** What keeps the heads in sight: the room given to the table, in which it scrolls both ways, or the page that it is long in. */
  readonly kept?: 'room' | 'page';
  /** The row that one comes from, told and brought in sight. */
  readonly here?: string;
}): ReactNode => {
  const { here, keyOf } = props;
  const rows = useGrowing(props.rows, here === undefined ? 0 : props.rows.findIndex((row) => keyOf(row) === here));
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => void (here !== undefined && row.current?.scrollIntoView({ block: 'center' })), [here]);
  return (
    <div className={[styles['scroll'], styles[props.kept ?? '']].join(' ')} tabIndex={0} role="group" aria-label={props.caption}>
      <table className={[styles['table'], props.dense ? styles['dense'] : '', props.tight ? styles['tight'] : ''].join(' ')}>
        <caption className={props.showCaption ? styles['caption'] : 'visually-hidden'}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={[styles[column.align ?? 'start'], styles[column.width ?? '']].join(' ')}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <tr key={keyOf(line)} {...(here !== undefined && keyOf(line) === here ? { ref: row, 'aria-current': 'true' as const } : {})}>
              {props.columns.map((column) =>
                column.rowHead ? (
                  <th key={column.key} scope="row" className={[styles[column.plain ? 'plain' : 'rowHead'], column.whole ? styles['whole'] : ''].join(' ')}>
                    {column.cell(line)}
                  </th>
                ) : (
                  <td key={column.key} className={[styles[column.align ?? 'start'], column.whole ? styles['whole'] : ''].join(' ')}>
                    {column.cell(line)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
