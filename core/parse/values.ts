/** Reading the values of a table row, merged cells included. */
import type { Located } from '../document.ts';
import type { Cell } from '../sheet.ts';
import { hasValue, type Grid } from './grid.ts';
import type { Header, TableColumn } from './header-row.ts';
import { streamColumns } from './wording/report.ts';
import { labelIndex } from './match.ts';

/** A cell with a value and where it stands: the master of a merge stands for all it covers. */
export interface Spot {
  readonly index: number;
  readonly cell: Cell;
}

export function columnOf(header: Header, id: string): TableColumn | undefined {
  return header.columns.find((column) => column.id === id);
}

function spotAt(grid: Grid, index: number, column: number): Spot | null {
  const row = grid.rowNumber(index);
  const merge = grid.hasMerges(row) ? grid.mergeAt(row, column) : null;
  if (!merge || (merge.top === row && merge.left === column)) {
    const cell = grid.cell(index, column);
    return cell && hasValue(cell) ? { index, cell } : null;
  }
  const top = merge.top === row ? index : grid.rowIndex(merge.top);
  const cell = grid.cell(top, merge.left);
  return cell && hasValue(cell) ? { index: top, cell } : null;
}

/** The spots under a table column; a merge across several of its sheet columns counts once. */
export function spotsOf(grid: Grid, index: number, column: TableColumn | undefined): Spot[] {
  const spots: Spot[] = [];
  for (const under of column?.columns ?? []) {
    const spot = spotAt(grid, index, under);
    if (spot && !spots.some(({ cell }) => cell === spot.cell)) spots.push(spot);
  }
  return spots;
}

/** The text under a table column: as stored, joined when several sheet columns share the header. */
export function textUnder(
  grid: Grid,
  index: number,
  column: TableColumn | undefined,
  glue: string,
): Located<string> | null {
  if (!column) return null;
  const [under, ...more] = column.columns;
  if (under !== undefined && more.length === 0) {
    const spot = spotAt(grid, index, under);
    return spot && grid.at(spot.index, spot.cell.column, grid.value(spot.cell) ?? '');
  }
  const spots = spotsOf(grid, index, column);
  const first = spots[0];
  if (!first) return null;
  const values = spots.map(({ cell }) => grid.value(cell) ?? '');
  const value = values.length === 1 ? (values[0] ?? '') : values.map((text) => text.trim()).join(glue);
  return grid.at(first.index, first.cell.column, value);
}

const orderLabels = labelIndex(streamColumns.filter(({ id }) => id === 'order'));

/** «STT», «TT», «#»: the header of the order numbers. A bullet is none, though its folded text is that of «#». */
export function isOrderHeader(grid: Grid, cell: Cell | undefined): boolean {
  if (typeof cell?.value !== 'string') return false;
  const plain = grid.plain(cell);
  return plain === '' ? grid.text(cell) === '#' : orderLabels.has(plain);
}
