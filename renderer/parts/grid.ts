import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

/** A cell of a grid: its row and its column, from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns a grid has. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** As many rows as a page key goes over. */
export const pageOfRows = 10;

const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

/** The cell that is there, or the nearest one when the grid has become smaller. */
export const placeWithin = ({ row, column }: GridPlace, size: GridSize): GridPlace => ({ row: within(row, size.rows), column: within(column, size.columns) });

/** Where a key leads in a grid; null for a key that is not the grid's. At an edge one stays there. */
export const movedBy = (key: string, ctrl: boolean, { row, column }: GridPlace, size: GridSize): GridPlace | null => {
  const to = (place: GridPlace): GridPlace => placeWithin(place, size);
  switch (`${ctrl ? 'Ctrl+' : ''}${key}`) {
    case 'ArrowUp':
      return to({ row: row - 1, column });
    case 'ArrowDown':
      return to({ row: row + 1, column });
    case 'ArrowLeft':
      return to({ row, column: column - 1 });
    case 'ArrowRight':
      return to({ row, column: column + 1 });
    case 'PageUp':
      return to({ row: row - pageOfRows, column });
    case 'PageDown':
      return to({ row: row + pageOfRows, column });
    case 'Home':
      return to({ row, column: 0 });
    case 'End':
      return to({ row, column: size.columns - 1 });
    case 'Ctrl+Home':
      return to({ row: 0, column: 0 });
    case 'Ctrl+End':
      return to({ row: size.rows - 1, column: size.columns - 1 });
    default:
      return null;
  }
};

const rowOf = (element: Element): number => Number(element.closest('[data-index]')?.getAttribute('data-index') ?? -1);

const columnOf = (element: Element): number => {
  const cell = element.closest('td, th');
  return cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) : -1;
};

/** What takes the focus of a cell: the one control that it holds, or the cell itself. */
const focusOf = (body: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null => {
  const cell = body?.querySelector(`[data-index="${row}"]`)?.children[column];
  return cell?.querySelector('button') ?? (cell instanceof HTMLElement ? cell : null);
};

/**
 * The keys of a table whose cells are acted upon, as one stop of Tab: arrows, Home, End and the page keys go from cell to cell, and Tab leaves.
 * `start` is where one comes in before having been anywhere; the row of `place` is to be laid, however far it is.
 */
export const useGrid = (
  size: GridSize,
  start: GridPlace,
  body: RefObject<HTMLElement | null>,
): {
  readonly place: GridPlace;
  readonly tabIndexOf: (row: number, column: number) => 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
} => {
  const [held, hold] = useState<GridPlace | null>(null);
  const place = placeWithin(held ?? start, size);
  const goes = useRef(false);
  useLayoutEffect(() => {
    if (!goes.current) return;
    goes.current = false;
    focusOf(body.current, place)?.focus();
  });
  return {
    place,
    tabIndexOf: (row, column) => (row === place.row && column === place.column ? 0 : -1),
    onKeyDown: (event) => {
      if (event.altKey || event.metaKey || event.shiftKey) return;
      const next = movedBy(event.key, event.ctrlKey, place, size);
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      goes.current = true;
      hold(next);
    },
    onFocus: (event) => {
      const at = { row: rowOf(event.target), column: columnOf(event.target) };
      if (at.row >= 0 && at.column >= 0 && (at.row !== place.row || at.column !== place.column)) hold(at);
    },
  };
};
