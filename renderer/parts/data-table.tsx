import { Fragment, useContext, useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type ReactNode, type RefObject } from 'react';
import { frameWords } from '../../words/screens.ts';
import { useGrid } from './grid.ts';
import { useLaidRows } from './laid-rows.ts';
import { Titled } from './titled.ts';
import styles from './data-table.module.css';

/** One column: its head, and what it shows of a row. */
export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  /** In a grid, a cell that `holds` one control gives it the `tabIndex`. */
  readonly cell: (row: Row, tabIndex: 0 | -1) => ReactNode;
  /** The column that names the row for a screen reader. */
  readonly rowHead?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  readonly width?: 'narrow' | 'wide';
  /** In ordinary weight, where the column that names the row is a sentence. */
  readonly plain?: boolean;
  /** Kept on one line: numbers, codes, dates. */
  readonly whole?: boolean;
  /** Each cell holds one button, which takes the focus of the cell in a grid. */
  readonly holds?: boolean;
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

/** Whether the room of a table is smaller than it: it is then a stop of Tab, so that the keyboard scrolls it. */
const useScrolls = (room: RefObject<HTMLDivElement | null>): boolean => {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = room;
    const table = current?.firstElementChild;
    if (current === null || !table) return undefined;
    const look = (): void =>
      setScrolls(
        getComputedStyle(current).overflowX !== 'visible' && (current.scrollWidth > current.clientWidth + 1 || current.scrollHeight > current.clientHeight + 1),
      );
    const observer = new ResizeObserver(look);
    observer.observe(current);
    observer.observe(table);
    return () => observer.disconnect();
  }, [room]);
  return scrolls;
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
  /** A table whose cells are acted upon: one stop of Tab, which comes in at this column, and arrows from cell to cell. */
  readonly grid?: { readonly column: number };
}): ReactNode => {
  const { here, keyOf, columns } = props;
  const [body, head] = [useRef<HTMLTableSectionElement>(null), useRef<HTMLTableRowElement>(null)];
  const at = here === undefined ? -1 : props.rows.findIndex((row) => keyOf(row) === here);
  const grid = useGrid({ rows: props.rows.length, columns: columns.length }, { row: at, column: props.grid?.column ?? 0 }, body);
  const isGrid = props.grid !== undefined;
  const room = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(room) && !isGrid;
  const named = useContext(Titled) === props.caption && !props.showCaption;
  // The row of the cell that Tab comes to is always laid, and so is the one that an arrow goes to.
  const laid = useLaidRows(props.rows, body, { keyOf, tall: props.dense ? 34 : 46, at: isGrid ? grid.place.row : at });
  const onFocus = (event: FocusEvent): void => {
    laid.onFocus(event);
    if (isGrid) grid.onFocus(event);
  };
  const widths = useKeptWidths(head, laid.partial && laid.settled, columns.length);
  useEffect(() => void (here !== undefined && body.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })), [here]);
  return (
    <div
      className={[styles['scroll'], styles[props.kept ?? '']].join(' ')}
      ref={room}
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': frameWords.scrolls } : {})}
    >
      <table
        {...(isGrid ? { role: 'grid', ...(named ? { 'aria-label': props.caption } : {}) } : {})}
        className={[styles['table'], props.dense ? styles['dense'] : '', props.tight ? styles['tight'] : '', isGrid ? styles['grid'] : ''].join(' ')}
        aria-rowcount={laid.partial ? props.rows.length + 1 : undefined}
      >
        {named ? null : <caption className={props.showCaption ? styles['caption'] : 'visually-hidden'}>{props.caption}</caption>}
        <thead>
          <tr ref={head} aria-rowindex={laid.partial ? 1 : undefined}>
            {columns.map((column, rank) => (
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
        <tbody ref={body} onFocus={onFocus} onKeyDown={isGrid ? grid.onKeyDown : undefined}>
          {laid.rows.map(({ row: line, index, gap, measure }) => (
            <Fragment key={keyOf(line)}>
              <Gap tall={gap} columns={columns.length} />
              <tr ref={measure} data-index={index} aria-rowindex={laid.partial ? index + 2 : undefined} aria-current={index === at ? 'true' : undefined}>
                {columns.map((column, rank) => {
                  const tabIndex = grid.tabIndexOf(index, rank);
                  const reached = isGrid && !column.holds ? { tabIndex } : {};
                  return column.rowHead ? (
                    <th
                      key={column.key}
                      scope="row"
                      {...reached}
                      className={[styles['cell'], styles[column.plain ? 'plain' : 'rowHead'], column.whole ? styles['whole'] : ''].join(' ')}
                    >
                      {column.cell(line, tabIndex)}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      {...reached}
                      className={[styles['cell'], styles[column.align ?? 'start'], column.whole ? styles['whole'] : ''].join(' ')}
                    >
                      {column.cell(line, tabIndex)}
                    </td>
                  );
                })}
              </tr>
            </Fragment>
          ))}
          <Gap tall={laid.after} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
};
