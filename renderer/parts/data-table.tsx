import { Fragment, useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useLaidRows } from './laid-rows.ts';
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

const free: readonly string[] = [];
const unseen = { 'aria-hidden': true } as const;

/** The empty space of the rows that are not laid. */
const Gap = (props: { readonly tall: number; readonly columns: number }): ReactNode =>
  props.tall === 0 ? null : (
    <tr {...unseen} className={styles['gap']}>
      <td colSpan={props.columns} style={{ height: props.tall }} />
    </tr>
  );

/** The share of each column once the first rows are laid, kept while others come and go: columns do not move under the eye. */
const useKeptWidths = (head: RefObject<HTMLTableRowElement | null>, partial: boolean, columns: number): readonly string[] => {
  const [widths, setWidths] = useState(free);
  useLayoutEffect(() => {
    if (!partial) return setWidths(free);
    const cells = [...(head.current?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width);
    const whole = cells.reduce((sum, width) => sum + width, 0);
    setWidths(whole > 0 ? cells.map((width) => `${((100 * width) / whole).toFixed(2)}%`) : free);
  }, [head, partial, columns]);
  return widths;
};

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
  const [body, head] = [useRef<HTMLTableSectionElement>(null), useRef<HTMLTableRowElement>(null)];
  const at = here === undefined ? -1 : props.rows.findIndex((row) => keyOf(row) === here);
  const laid = useLaidRows(props.rows, body, { keyOf, tall: props.dense ? 34 : 46, at });
  const widths = useKeptWidths(head, laid.partial && laid.settled, props.columns.length);
  useEffect(() => void (here !== undefined && body.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })), [here]);
  return (
    <div className={[styles['scroll'], styles[props.kept ?? '']].join(' ')} tabIndex={0} role="group" aria-label={props.caption}>
      <table
        className={[styles['table'], props.dense ? styles['dense'] : '', props.tight ? styles['tight'] : ''].join(' ')}
        aria-rowcount={laid.partial ? props.rows.length + 1 : undefined}
      >
        <caption className={props.showCaption ? styles['caption'] : 'visually-hidden'}>{props.caption}</caption>
        <thead>
          <tr ref={head} aria-rowindex={laid.partial ? 1 : undefined}>
            {props.columns.map((column, rank) => (
              <th
                key={column.key}
                scope="col"
                style={widths[rank] === undefined ? undefined : { width: widths[rank] }}
                className={[styles[column.align ?? 'start'], styles[column.width ?? '']].join(' ')}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onFocus={laid.onFocus}>
          {laid.rows.map(({ row: line, index, gap, measure }) => (
            <Fragment key={keyOf(line)}>
              <Gap tall={gap} columns={props.columns.length} />
              <tr ref={measure} data-index={index} aria-rowindex={laid.partial ? index + 2 : undefined} aria-current={index === at ? 'true' : undefined}>
                {props.columns.map((column) =>
                  column.rowHead ? (
                    <th
                      key={column.key}
                      scope="row"
                      className={[styles['cell'], styles[column.plain ? 'plain' : 'rowHead'], column.whole ? styles['whole'] : ''].join(' ')}
                    >
                      {column.cell(line)}
                    </th>
                  ) : (
                    <td key={column.key} className={[styles['cell'], styles[column.align ?? 'start'], column.whole ? styles['whole'] : ''].join(' ')}>
                      {column.cell(line)}
                    </td>
                  ),
                )}
              </tr>
            </Fragment>
          ))}
          <Gap tall={laid.after} columns={props.columns.length} />
        </tbody>
      </table>
    </div>
  );
};
